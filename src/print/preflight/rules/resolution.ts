/** Too few pixels show as steps; too many only make the file large. Drawings of pure black and white are left alone. */
import type { PictureMark } from '../pressFile.ts'
import type { Finding, PdfRule } from './rule.ts'

export const resolution: PdfRule = (file, { resolution }) => resolution === undefined ? [] : file.pages.flatMap(({ number, marks }) =>
  marks.flatMap((mark): Finding[] => {
    if (mark.kind !== 'picture' || mark.picture.bits === 1) return []
    const found = Math.round(resolutionOf(mark))
    if (found < resolution.least) return [{ id: 'preflight/resolution-low', page: number, mark, params: { found, limit: resolution.least } }]
    return found > resolution.most ? [{ id: 'preflight/resolution-high', page: number, mark, params: { found, limit: resolution.most } }] : []
  }))

/** Pixels an inch, in the direction that has fewer. */
function resolutionOf({ picture, box }: PictureMark): number {
  return 72 * Math.min(picture.width / (box.right - box.left), picture.height / (box.top - box.bottom))
}
