/** The lightest tints vanish on newsprint, and the darkest greys run together to black. */
import { inksOf } from '../colors.ts'
import type { Mark } from '../pressFile.ts'
import type { PdfRule } from './rule.ts'
import { marksThat } from './rule.ts'

export const tints: PdfRule = (file, { tints }) => tints === undefined ? [] :
  marksThat(file, 'preflight/tint', (mark) => {
    const strongest = strongestOf(mark)
    return (strongest > 0 && strongest < tints.lightest) || isFilledUp(mark, tints.darkest)
  }).map((finding) => ({ ...finding, params: { tint: Math.round(strongestOf(finding.mark!)), ...tints } }))

function strongestOf(mark: Mark): number {
  if (mark.kind === 'picture') return 0
  return 100 * Math.max(0, ...inksOf(mark.color) ?? mark.color.values.filter(() => mark.color.kind === 'spot'))
}

/** Only greys and single inks: in a mixed colour a full ink is meant. */
function isFilledUp(mark: Mark, darkest: number): boolean {
  const inks = mark.kind === 'picture' ? [] : (inksOf(mark.color) ?? []).filter((ink) => ink > 0)
  return inks.length === 1 && 100 * inks[0]! > darkest && inks[0]! < 1
}
