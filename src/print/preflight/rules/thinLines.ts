/** Lines thinner than the printer's thinnest break or vanish. Crop marks beside the page are for the knife, and are cut off with it. */
import type { Mark, PressPage } from '../pressFile.ts'
import type { PdfRule } from './rule.ts'
import { marksThat } from './rule.ts'

export const thinLines: PdfRule = (file, { thinnestLine }) => thinnestLine === undefined ? [] :
  marksThat(file, 'preflight/thin-line', (mark) => thicknessOf(mark) < thinnestLine - 0.005)
    .filter(({ page, mark }) => !isBeside(mark!, file.pages[page! - 1]!))
    .map((finding) => ({ ...finding, params: { thickness: thicknessOf(finding.mark!).toFixed(2), limit: thinnestLine } }))

function isBeside({ box }: Mark, { trim }: PressPage): boolean {
  return trim !== undefined && (box.right <= trim.left || box.left >= trim.right || box.top <= trim.bottom || box.bottom >= trim.top)
}

/** A filled rectangle that is long and thin is a line, too. */
function thicknessOf(mark: Mark): number {
  if (mark.kind === 'stroke') return mark.thickness
  if (mark.kind !== 'fill' || !mark.isRectangle) return Infinity
  const [width, height] = [mark.box.right - mark.box.left, mark.box.top - mark.box.bottom]
  return Math.max(width, height) > 4 * Math.min(width, height) ? Math.min(width, height) : Infinity
}
