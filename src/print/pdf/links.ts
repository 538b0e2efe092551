/** What makes a file live on a screen: links in the text and at jumps, addresses in furniture, and bookmarks by story. */
import type { PdfFile } from './document.ts'
import { pdfText } from './objects.ts'
import type { PdfObject } from './objects.ts'
import type { Box, Structure } from './structure.ts'

/** Where links and bookmarks lead. */
export interface Live {
  /** Titles by story, in the order of the bookmarks. */
  titles: Map<string, string>
  /** The story in a folder, when it is in this file. */
  storyIn(folder: string): string | undefined
}

export interface Links {
  /** A rectangle of a page that leads to an address or to `story:folder`. What leads nowhere in this file is left as text. */
  add(target: string, box: Box, page: PdfObject, number: number | undefined): void
  /** A jump line of a story: leads to its next page, or from there back to where it begins. */
  jump(story: string, box: Box, page: PdfObject): void
  /** A story is on a page, with a frame that reaches up to `top`. */
  meet(story: string, top: number, page: PdfObject): void
  /** Writes what was gathered. Call it once, when all pages are drawn. */
  finish(): void
}

interface Gathered {
  target: { address: string } | { story: string; jump: boolean }
  box: Box
  page: PdfObject
  number: number | undefined
}

/** Where a story begins on a page. */
interface Stop {
  page: PdfObject
  top: number
}

export function openLinks(live: Live, file: PdfFile, structure: Structure): Links {
  const gathered: Gathered[] = []
  const stops = new Map<string, Stop[]>()
  return {
    add(target, box, page, number) {
      const story = target.startsWith('story:') ? live.storyIn(target.slice('story:'.length)) : undefined
      if (story !== undefined) gathered.push({ target: { story, jump: false }, box, page, number })
      else if (/^(https?:|mailto:)/i.test(target)) gathered.push({ target: { address: target }, box, page, number })
    },
    jump: (story, box, page) => {
      gathered.push({ target: { story, jump: true }, box, page, number: undefined })
    },
    meet(story, top, page) {
      const known = stops.get(story) ?? []
      stops.set(story, known)
      const stop = known.find((each) => each.page === page)
      if (stop) stop.top = Math.max(stop.top, top)
      else known.push({ page, top })
    },
    finish() {
      for (const link of gathered) writeLink(link, stops, live, file, structure)
      writeOutline(live, stops, file)
    },
  }
}

function writeLink({ target, box, page, number }: Gathered, stops: Map<string, Stop[]>, live: Live, file: PdfFile, structure: Structure) {
  const action = 'address' in target
    ? toAddress(target.address)
    : toStop(target.jump ? jumpStop(stops.get(target.story), page) : stops.get(target.story)?.[0], live.titles.get(target.story) ?? '')
  if (!action) return
  // 4 is the flag for printing: what is hidden on paper counts as hidden for listeners, too.
  const annotation = file.object({ Type: 'Annot', Subtype: 'Link', Rect: box, Border: [0, 0, 0], F: 4, ...action })
  structure.link(annotation, page, number)
  page.data.Annots = [...(page.data.Annots as PdfObject[] | undefined) ?? [], annotation]
  page.data.Tabs = 'S'
}

function toAddress(address: string): Record<string, unknown> | undefined {
  if (!URL.canParse(address)) return undefined
  return { A: { S: 'URI', URI: pdfText(new URL(address).href) }, Contents: pdfText(address.replace(/^mailto:/, '')) }
}

function toStop(stop: Stop | undefined, title: string): Record<string, unknown> | undefined {
  return stop && { Dest: destinationOf(stop), Contents: pdfText(title) }
}

/** From a page on which the story goes on: the next one. From its last: back to its first. */
function jumpStop(stops: Stop[] = [], page: PdfObject): Stop | undefined {
  return stops[stops.findIndex((stop) => stop.page === page) + 1] ?? stops[0]
}

function destinationOf({ page, top }: Stop): unknown[] {
  return [page, 'XYZ', null, top, null]
}

/** One bookmark a story; each names its neighbours, as PDF wants it. */
function writeOutline({ titles }: Live, stops: Map<string, Stop[]>, file: PdfFile) {
  const entries = [...titles].flatMap(([story, title]) => stops.get(story)?.slice(0, 1).map((stop) => ({ title, stop })) ?? [])
  if (entries.length === 0) return
  const outline = file.object({ Type: 'Outlines' })
  const items = entries.map(({ title, stop }) => file.object({ Title: pdfText(title), Parent: outline, Dest: destinationOf(stop) }))
  items.forEach((item, i) => {
    if (i > 0) item.data.Prev = items[i - 1]
    if (i < items.length - 1) item.data.Next = items[i + 1]
    item.end()
  })
  Object.assign(outline.data, { First: items[0], Last: items.at(-1), Count: items.length })
  outline.end()
  file.catalog('Outlines', outline)
  file.catalog('PageMode', 'UseOutlines')
}
