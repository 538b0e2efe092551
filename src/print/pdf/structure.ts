/**
 * The tags of a PDF: which pieces of which pages are which paragraph of which story, so that the file reads aloud in
 * order. All pieces of one block are one element, on however many frames and pages they stand.
 */
import type { Tag } from '../makeup/page.ts'
import type { PdfFile } from './document.ts'
import { pdfText } from './objects.ts'
import type { PdfObject } from './objects.ts'

/** What a figure says to a reader who cannot see it, and its box. */
export interface Figure {
  alt: string
  box: Box
}

/** Left, bottom, right, top in PDF's own coordinates. */
export type Box = [number, number, number, number]

export interface Structure {
  /** The number of a new piece of marked content on this page. `rank` is its place among the pages that are read: on sheets to be folded they are drawn in another order. */
  piece(tag: Tag, page: PdfObject, rank: number, figure?: Figure): number
  /** Makes a link of a piece; a link on furniture, which is no piece, stands at the end of the document. */
  link(annotation: PdfObject, page: PdfObject, number: number | undefined): void
  /** Writes the tree. Call it once, when all pages are drawn. */
  finish(): void
}

/** One element: a block of a story. */
interface Block {
  tag: Tag
  figure?: Figure
  pieces: { page: PdfObject; number: number; rank: number }[]
}

interface Link {
  annotation: PdfObject
  page: PdfObject
  number: number | undefined
}

export function openStructure(file: PdfFile): Structure {
  const stories = new Map<string, Map<number, Block>>()
  const pieces = new Map<PdfObject, number>()
  const links: Link[] = []
  const linked = new Map<PdfObject, Map<number, Link[]>>()
  return {
    piece: (tag, page, rank, figure) => {
      const number = pieces.get(page) ?? 0
      pieces.set(page, number + 1)
      const block = blockOf(stories, tag)
      if (figure) block.figure = figure
      block.pieces.push({ page, number, rank })
      return number
    },
    link: (annotation, page, number) => {
      const link = { annotation, page, number }
      links.push(link)
      if (number === undefined) return
      const onPage = linked.get(page) ?? new Map<number, Link[]>()
      linked.set(page, onPage.set(number, [...onPage.get(number) ?? [], link]))
    },
    finish: () => writeTree(file, inReadingOrder(stories), [...pieces.keys()], links, (page, number) => linked.get(page)?.get(number)),
  }
}

function blockOf(stories: Map<string, Map<number, Block>>, tag: Tag): Block {
  const blocks = stories.get(tag.story) ?? new Map<number, Block>()
  stories.set(tag.story, blocks)
  const block = blocks.get(tag.block) ?? { tag, pieces: [] }
  blocks.set(tag.block, block)
  return block
}

/** Stories by the page on which they begin, the pieces of each block from page to page; what stands on one page stays as it was drawn. */
function inReadingOrder(stories: Map<string, Map<number, Block>>): Map<string, Map<number, Block>> {
  const firstOf = (blocks: Map<number, Block>): number => Math.min(...[...blocks.values()].map(({ pieces }) => pieces[0]!.rank))
  for (const block of [...stories.values()].flatMap((blocks) => [...blocks.values()])) block.pieces.sort((a, b) => a.rank - b.rank)
  return new Map([...stories].sort(([, a], [, b]) => firstOf(a) - firstOf(b)))
}

/** Document > Art for each story, as they first appear > its blocks in reading order. */
function writeTree(file: PdfFile, stories: Map<string, Map<number, Block>>, pages: PdfObject[], links: Link[], linksOf: (page: PdfObject, number: number) => Link[] | undefined) {
  const parents = new Map(pages.map((page) => [page, [] as PdfObject[]]))
  const linkElements = new Map<Link, PdfObject>()
  const element = (type: string, parent: PdfObject, data: Record<string, unknown> = {}) =>
    file.object({ Type: 'StructElem', S: type, P: parent, ...data })
  const writeBlock = (block: Block, parent: PdfObject, type: string = block.tag.role) => {
    const made = element(type, parent, block.figure && figureData(block.figure))
    if (block.tag.role === 'Note') made.data.ID = pdfText(`${block.tag.story} ${block.tag.block}`)
    made.data.Pg = block.pieces[0]!.page
    made.data.K = block.pieces.map(({ page, number }) => {
      const found = linksOf(page, number)
      if (found) return writeLink(found, made)
      parents.get(page)![number] = made
      return page === made.data.Pg ? number : { Type: 'MCR', Pg: page, MCID: number }
    })
    made.end()
    return made
  }
  const writeLink = (found: Link[], parent: PdfObject) => {
    const { page, number } = found[0]!
    const made = element('Link', parent, { Pg: page })
    if (number !== undefined) parents.get(page)![number] = made
    for (const link of found) linkElements.set(link, made)
    made.data.K = [...number === undefined ? [] : [number], ...found.map(({ annotation }) => ({ Type: 'OBJR', Obj: annotation, Pg: page }))]
    made.end()
    return made
  }
  const writeStory = (blocks: Block[], parent: PdfObject) => {
    const { language } = blocks[0]!.tag
    const story = element('Art', parent, language === undefined ? {} : { Lang: pdfText(language) })
    story.data.K = listsOf(blocks).map((group) => {
      if (!Array.isArray(group)) return writeBlock(group, story)
      const list = element('L', story)
      list.data.K = group.map((item) => writeItem(item, list))
      list.end()
      return list
    })
    story.end()
    return story
  }
  const writeItem = (item: Block, list: PdfObject) => {
    const made = element('LI', list)
    made.data.K = [writeBlock(item, made, 'LBody')]
    made.end()
    return made
  }
  const root = file.object({ Type: 'StructTreeRoot' })
  const document = element('Document', root)
  document.data.K = [
    ...[...stories.values()].map((blocks) => writeStory([...blocks.values()].sort((a, b) => a.tag.block - b.tag.block), document)),
    ...links.filter(({ number }) => number === undefined).map((link) => writeLink([link], document)),
  ]
  document.end()
  root.data.K = document
  root.data.RoleMap = { Aside: 'P' }
  root.data.ParentTreeNextKey = pages.length + links.length
  root.data.ParentTree = {
    Nums: [...pages.flatMap((page, i) => [i, parents.get(page)]), ...links.flatMap((link, i) => [pages.length + i, linkElements.get(link)])],
  }
  links.forEach(({ annotation }, i) => {
    annotation.data.StructParent = pages.length + i
    annotation.end()
  })
  pages.forEach((page, i) => (page.data.StructParents = i))
  file.tag(root)
}

function figureData(figure: Figure): Record<string, unknown> {
  return { Alt: pdfText(figure.alt), A: { O: 'Layout', Placement: 'Block', BBox: figure.box } }
}

/** Blocks in order, neighbouring list items gathered into lists. */
function listsOf(blocks: Block[]): (Block | Block[])[] {
  const groups: (Block | Block[])[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.tag.role !== 'LI') groups.push(block)
    else if (Array.isArray(last)) last.push(block)
    else groups.push([block])
  }
  return groups
}
