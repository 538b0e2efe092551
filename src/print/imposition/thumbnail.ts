/** Thumbnails: a side of a sheet as a small drawing, its text greeked to bars. Made from the pages themselves, so it shows what is printed. */
import type { Frame, Page, TextFrame } from '../makeup/page.ts'
import type { Ink } from '../stylebook/ink.ts'
import type { Side } from './sheet.ts'

/** Colours as SVG writes them, by ink; pictures are grey. */
export type ThumbnailInks = Record<Ink, string>

const pictureInk = '#999'

/** An SVG of the side: `viewBox` alone, so that it takes any size. Coordinates are whole points. */
export function toThumbnail(side: Side, inks: ThumbnailInks): string {
  const [width, height] = [Math.round(side.width), Math.round(side.height)]
  const pages = side.placements.map(({ page, x, y, scale = 1, turned }) => {
    const [left, top] = turned ? [x + page.trim.width * scale, y + page.trim.height * scale] : [x, y]
    const matrix = [turned ? -scale : scale, turned ? -scale : scale].map((each) => Number(each.toFixed(3)))
    return `<g transform="translate(${Math.round(left)} ${Math.round(top)})scale(${matrix.join(' ')})">${drawPage(page, inks)}</g>`
  })
  return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true"><path fill="#fff" d="M0 0H${width}V${height}H0z"/>${pages.join('')}`
    + `<path fill="none" stroke="#777" vector-effect="non-scaling-stroke" d="M0 0H${width}V${height}H0z"/></svg>`
}

function drawPage(page: Page, inks: ThumbnailInks): string {
  const drawn = page.frames.map((frame) => drawFrame(frame, inks)).join('')
  const [width, height] = [Math.round(page.trim.width), Math.round(page.trim.height)]
  return `${drawn}<path fill="none" stroke="#bbb" d="M0 0H${width}V${height}H0z"/>`
}

function drawFrame(frame: Frame, inks: ThumbnailInks): string {
  if (!('lines' in frame)) {
    const ink = frame.kind === 'picture' ? pictureInk : inks[frame.ink]
    return `<path fill="${ink}" d="M${[frame.x, frame.y].map(Math.round).join(' ')}h${Math.round(frame.width)}v${Math.max(1, Math.round(frame.height))}h${-Math.round(frame.width)}z"/>`
  }
  return barsOf(frame, inks)
}

/** One path for all lines of a size: a stroke as thick as small letters are high. */
function barsOf({ lines }: TextFrame, inks: ThumbnailInks): string {
  const bars = new Map<string, string>()
  for (const { line, x, baseline } of lines) {
    const [first, last] = [line.runs[0], line.runs.at(-1)]
    if (!first || !last) continue
    const { size, ink } = first.style
    const start = Math.round(x + first.x)
    // The last line of a paragraph ends somewhere in its measure; where exactly is too small to be seen.
    const length = line.end === 'paragraph' ? last.x + last.text.length * size * 0.48 - first.x : line.width
    const key = `stroke="${inks[ink]}" stroke-width="${Math.max(2, Math.round(size * 0.5))}"`
    bars.set(key, `${bars.get(key) ?? ''}M${start} ${Math.round(baseline - size * 0.25)}h${Math.round(Math.min(length, line.width))}`)
  }
  return [...bars].map(([key, path]) => `<path ${key} d="${path}"/>`).join('')
}
