/** Small black type prints on top of what lies under it: where plates shift, a knocked-out letter gets a white rim. */
import { inksOf } from '../colors.ts'
import type { PdfRule } from './rule.ts'
import { isVisibleText, marksThat } from './rule.ts'

/** Points. Source: sheets of US and Canadian coldset printers. */
export const smallType = 20

export const blackOverprint: PdfRule = (file, { use }) => use !== 'press' ? [] :
  marksThat(file, 'preflight/black-knocks-out', (mark) => {
    if (!isVisibleText(mark) || mark.size >= smallType || mark.overprints) return false
    const [c, m, y, k] = inksOf(mark.color) ?? [0, 0, 0, 0]
    return k === 1 && c + m + y === 0
  }).map((finding) => ({ ...finding, params: { size: smallType } }))
