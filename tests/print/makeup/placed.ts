/** What stands on made-up pages, for tests. */
import type { Block } from '../../../src/print/flow/block.ts'
import type { Paragraph } from '../../../src/print/flow/paragraph.ts'
import type { MadeUp } from '../../../src/print/makeup/makeup.ts'
import type { Page, PlacedLine, TextFrame } from '../../../src/print/makeup/page.ts'

export function textFrames(page: Page): TextFrame[] {
  return page.frames.filter((frame): frame is TextFrame => 'lines' in frame)
}

export function textOf({ line }: PlacedLine): string {
  return line.runs.map((run) => run.text).join('').trim()
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

export function wordsOfParagraph(paragraph: Paragraph): string[] {
  return paragraph.spans.flatMap((span) => wordsOf(span.text))
}

/** Words of a story's text in the order in which a reader meets its blocks. */
export function wordsIn(blocks: Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'text': return [...block.mark ? wordsOf(block.mark.text) : [], ...wordsOfParagraph(block.paragraph)]
      case 'row': return block.cells.flatMap(wordsOfParagraph)
      case 'picture': return wordsOf(`${block.picture.caption ?? ''} ${block.picture.credit ?? ''}`)
      case 'pullQuote': return block.paragraphs.flatMap(wordsOfParagraph)
      case 'sidebar': return [...block.title ? wordsOfParagraph(block.title) : [], ...wordsIn(block.blocks)]
    }
  })
}

/** Words of a story's text on its pages, block by block, each block in the order of pages and frames. */
export function wordsOnPages(made: MadeUp, story: string): string[] {
  const blocks = new Map<number, string[]>()
  for (const page of made.pages) {
    for (const { line, tag } of textFrames(page).flatMap((frame) => frame.lines)) {
      if (tag?.story !== story || tag.block < 10) continue
      blocks.set(tag.block, [...blocks.get(tag.block) ?? [], ...wordsOf(line.runs.map((run) => run.text).join(''))])
    }
  }
  return [...blocks].sort(([a], [b]) => a - b).flatMap(([, words]) => words)
}
