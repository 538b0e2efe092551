/** Every page has the size that the printer cuts. */
import type { PdfRule } from './rule.ts'

/** Points; half a millimetre. */
const tolerance = 1.4

export const pageSize: PdfRule = (file, limits) => file.pages.flatMap(({ number, trim, media }) => {
  const { page } = limits
  const own = trim ?? media
  const [width, height] = [own.right - own.left, own.top - own.bottom]
  if (!page || (Math.abs(width - page.width) <= tolerance && Math.abs(height - page.height) <= tolerance)) return []
  const wanted = { wantedWidth: inMm(page.width), wantedHeight: inMm(page.height) }
  return [{ id: 'preflight/page-size', page: number, params: { width: inMm(width), height: inMm(height), ...wanted } }]
})

function inMm(points: number): number {
  return Math.round((points / 72) * 25.4)
}
