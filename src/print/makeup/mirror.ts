import type { Layout, Page } from './page.ts'

/** Pages for readers who begin at the right: every frame where its mirror image would stand. What is in a frame is not turned. */
export function mirrored(layout: Layout): Layout {
  return { ...layout, pages: layout.pages.map(mirroredPage) }
}

function mirroredPage(page: Page): Page {
  const across = (x: number, width: number) => page.trim.width - x - width
  return {
    ...page,
    area: { ...page.area, x: across(page.area.x, page.area.width) },
    frames: page.frames.map((frame) => {
      const turned = { ...frame, x: across(frame.x, frame.width) }
      if (!('lines' in turned)) return turned
      return { ...turned, lines: turned.lines.map((placed) => ({ ...placed, x: across(placed.x, placed.line.width) })) }
    }),
  }
}
