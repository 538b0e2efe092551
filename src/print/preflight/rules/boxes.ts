/** Every page says where it is cut. The trim lies within the bleed, the bleed within the sheet. Source: ISO 15930-4, 6.7. */
import type { Box, PressPage } from '../pressFile.ts'
import type { Finding, PdfRule } from './rule.ts'

export const boxes: PdfRule = (file, { use }) => file.pages.flatMap((page): Finding[] => {
  const missing: Finding[] = use === 'press' && !page.trim && !page.art ? [{ id: 'preflight/box-missing', page: page.number }] : []
  return [...missing, ...strays(page).map((box): Finding => ({ id: 'preflight/box-nesting', page: page.number, params: { box } }))]
})

function strays({ media, crop, bleed, trim, art }: PressPage): string[] {
  const pairs: [string, Box | undefined, Box | undefined][] = [
    ['BleedBox', bleed, media], ['TrimBox', trim, bleed ?? media], ['ArtBox', art, bleed ?? media], ['CropBox', crop, media],
  ]
  return pairs.filter(([, inner, outer]) => inner && outer && !holds(outer, inner)).map(([name]) => name)
}

function holds(outer: Box, inner: Box): boolean {
  const close = 0.01
  return inner.left >= outer.left - close && inner.bottom >= outer.bottom - close
    && inner.right <= outer.right + close && inner.top <= outer.top + close && inner.right > inner.left && inner.top > inner.bottom
}
