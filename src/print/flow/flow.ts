/**
 * Article → Flow: the story as blocks to set, in order, with every style decided and nothing measured yet.
 */
import type { AlignType, FootnoteDefinition, List, RootContent, Table } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { directionOf } from '../../languages/language.ts'
import type { Article } from '../../newsroom/article.ts'
import type { Stylebook } from '../stylebook/stylebook.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Paragraph, Span } from './paragraph.ts'
import type { Block, Flow, PictureBlock, PullQuoteBlock, Role, RowBlock, SidebarBlock, TextBlock } from './block.ts'
import { placeOf, plainSpan, toSpans, type Surroundings } from './inlines.ts'

/** Words that paper puts around a story's own, in its language. */
export interface FlowWords {
  /** The label over a story that brings no kicker of its own. */
  kicker?: string
  formatPage(page: number): string
  notes: string
}

export function toFlow(article: Article, book: Stylebook, words: FlowWords, pageOf: (folder: string) => number | undefined): Flow {
  const place = article.places['title'] ?? { file: article.file }
  const kicker = article.kicker ?? words.kicker
  const headline = book.headlines[0]!.headline.style
  return {
    article,
    kicker: kicker ? plainSpan(kicker.toLocaleUpperCase(article.language), (book.kickers[article.kind] ?? book.kickers.usual).style, article.places['kicker'] ?? place) : undefined,
    title: plainSpan(article.title, headline, place),
    deck: article.deck ? plainSpan(article.deck, headline, article.places['deck'] ?? place) : undefined,
    byline: article.bylines.length > 0
      ? plainSpan(article.bylines.join(' · '), book.byline.style, article.places['byline'] ?? place)
      : undefined,
    picture: article.picture,
    jumpHead: plainSpan(article.jumpHead ?? article.title, headline, article.places['jumpHead'] ?? place),
    blocks: toBlocks(article, book, words, pageOf),
    place,
  }
}

/** First block numbers belong to the head: kicker, headline, deck, byline, lead picture and its caption. */
const firstBodyBlock = 10

function toBlocks(article: Article, book: Stylebook, words: FlowWords, pageOf: (folder: string) => number | undefined): Block[] {
  const notes: FootnoteDefinition[] = []
  visit(article.body, 'footnoteDefinition', (node) => void notes.push(node))
  const noteNumbers = new Map<string, number>()
  const around: Surroundings = {
    file: article.file,
    pageOf,
    formatPage: words.formatPage,
    noteNumber(identifier) {
      if (!noteNumbers.has(identifier)) noteNumbers.set(identifier, noteNumbers.size + 1)
      return noteNumbers.get(identifier)!
    },
  }
  let block = firstBodyBlock
  const next = () => block++
  const paragraph = (spans: Span[], options: Partial<Paragraph> = {}): Paragraph => ({
    spans, language: article.language, align: 'justify', indent: 0, left: 0, right: 0, hyphenate: true, ...options,
  })
  const text = (role: Role, setting: Paragraph, options: Partial<TextBlock> = {}): TextBlock => ({
    kind: 'text', block: next(), role, paragraph: setting, before: 0, after: 0, keepWithNext: false, ...options,
  })

  const blocks: Block[] = []
  let opening = true
  let isDatelineDue = article.dateline !== undefined
  for (const node of article.body.children) addNode(node, book.body, 0, blocks)
  if (notes.length > 0) addNotes()
  return blocks.map((each, index) => isPause(blocks[index - 1], each) ? { ...each, pauses: true } : each)

  function addNode(node: RootContent, style: TextStyle, left: number, into: Block[]): void {
    switch (node.type) {
      case 'paragraph': {
        const dateline = isDatelineDue && into === blocks && style === book.body
          ? [{ text: `${article.dateline} — `, style: { ...style, face: 'textBold' as const, size: style.size * 0.92 }, place: placeOf(node, article.file) }]
          : []
        if (dateline.length > 0) isDatelineDue = false
        const indent = opening || left > 0 ? 0 : book.indent
        const opens = into === blocks && style === book.body && !blocks.some((each) => each.kind === 'text' && each.role === 'P')
        into.push(text('P', paragraph([...dateline, ...toSpans(node.children, style, around)], { indent, left }), opens ? { opens } : {}))
        opening = false
        break
      }
      case 'signOff':
        into.push(text('P', paragraph(toSpans(node.children, { ...style, face: 'textItalic' }, around), { align: 'right', left: 12, hyphenate: false })))
        opening = true
        break
      case 'heading':
        into.push(headingBlock(node.depth, toSpans(node.children, node.depth === 1 ? book.partHead.style : book.subhead, around)))
        opening = true
        break
      case 'blockquote':
        for (const child of node.children) addNode(child, { ...style, face: 'textItalic' }, left + book.indent, into)
        break
      case 'list':
        addList(node, style, left, into)
        break
      case 'thematicBreak':
        into.push(text('P', paragraph(plainSpan('* * *', style, placeOf(node, article.file)), { align: 'center', hyphenate: false }), { keepWithNext: true }))
        opening = true
        break
      case 'code':
        for (const line of node.value.split('\n')) {
          const spans = plainSpan(line || ' ', { ...style, face: 'label', size: style.size * 0.85 }, placeOf(node, article.file))
          into.push(text('P', paragraph(spans, { align: 'left', left, hyphenate: false })))
        }
        break
      case 'table':
        into.push(...tableRows(node))
        break
      case 'figure':
        into.push({ kind: 'picture', block: (block += 2) - 2, picture: node.picture } satisfies PictureBlock)
        break
      case 'pullQuote':
        // A picture in a quotation stands after it.
        into.push(pullQuote(node.children.filter(({ type }) => type !== 'figure')))
        for (const child of node.children) if (child.type === 'figure') addNode(child, style, left, into)
        break
      case 'sidebar':
        into.push(...sidebar(node.title, node.children))
        break
      default:
        break
    }
  }

  function headingBlock(depth: number, spans: Span[]): TextBlock {
    const options = { align: 'left', hyphenate: false } as const
    if (depth === 1) return text('H2', paragraph(spans, options), { leading: book.partHead.leading, before: 1, after: 0, keepWithNext: true })
    return text('H3', paragraph(spans, options), { before: 1, keepWithNext: true })
  }

  function addList(list: List, style: TextStyle, left: number, into: Block[]): void {
    list.children.forEach((item, index) => {
      const mark = list.ordered ? `${(list.start ?? 1) + index}.\u2002` : '•\u2002'
      item.children.forEach((child, position) => {
        if (child.type === 'paragraph') {
          const spans = toSpans(child.children, style, around)
          const options = position === 0 ? { mark: plainSpan(mark, style, placeOf(child, article.file))[0]! } : {}
          into.push(text('LI', paragraph(spans, { left: position === 0 ? left : left + book.indent }), options))
        } else {
          addNode(child, style, left + book.indent, into)
        }
      })
    })
    opening = false
  }

  function tableRows(table: Table): RowBlock[] {
    const style: TextStyle = { ...book.sidebar, size: 8.2 }
    const rows = table.children.map((row, index) => row.children.map((cell, column) => paragraph(
      toSpans(cell.children, index === 0 ? { ...style, face: 'labelBold' } : style, around),
      { align: alignOf(table.align?.[column]), hyphenate: true },
    )))
    return rows.map((cells, index) => ({ kind: 'row', block: next(), cells, table: rows, last: index === rows.length - 1 }))
  }

  /** How a column's cells stand. Lines of a text that begins at the right are set as if in a mirror; the editor's left stays the left. */
  function alignOf(asked: AlignType | undefined): Paragraph['align'] {
    if (asked === 'center' || directionOf(article.language) === 'ltr') return asked ?? 'left'
    return asked === 'left' ? 'right' : 'left'
  }

  function pullQuote(children: RootContent[]): PullQuoteBlock {
    const paragraphs = children.map((child) => {
      const isSource = child.type === 'signOff' || toString(child).startsWith('—')
      const style = isSource ? book.caption.style : book.pullQuote.style
      const spans = child.type === 'paragraph' || child.type === 'signOff'
        ? toSpans(child.children, style, around)
        : plainSpan(toString(child), style, placeOf(child, article.file))
      return paragraph(spans, { align: 'left', hyphenate: false })
    })
    return { kind: 'pullQuote', block: next(), paragraphs }
  }

  /** The sidebar, and after it the pictures and pull quotes that stood in it: a panel holds text only. */
  function sidebar(title: string | undefined, children: RootContent[]): Block[] {
    const number = next()
    const inner: Block[] = []
    const before = opening
    opening = true
    for (const child of children) addNode(child, book.sidebar, 0, inner)
    opening = before
    const panel: SidebarBlock = {
      kind: 'sidebar',
      block: number,
      title: title ? paragraph(plainSpan(title, book.sidebarTitle, { file: article.file }), { align: 'left', hyphenate: false }) : undefined,
      blocks: inner.filter((each) => each.kind === 'text' || each.kind === 'row').map(raggedSidebarText),
    }
    return [panel, ...inner.filter((each) => each.kind !== 'text' && each.kind !== 'row')]
  }

  function addNotes(): void {
    const style: TextStyle = { ...book.body, size: book.body.size * 0.84 }
    blocks.push(text('P', paragraph(plainSpan(words.notes, { ...book.subhead, size: 8.4 }, placeOf(notes[0]!, article.file)), { align: 'left' }), { before: 1, keepWithNext: true }))
    const ordered = [...notes].sort((a, b) => around.noteNumber(a.identifier) - around.noteNumber(b.identifier))
    for (const note of ordered) {
      note.children.forEach((child, index) => {
        if (child.type !== 'paragraph') return addNode(child, style, book.indent, blocks)
        const mark = index === 0 ? plainSpan(`${around.noteNumber(note.identifier)}. `, style, placeOf(child, article.file)) : []
        blocks.push(text('Note', paragraph([...mark, ...toSpans(child.children, style, around)])))
      })
    }
  }
}

/** Whether the text changes its tone from one block to the next. A heading has its white, and what follows is its own. */
function isPause(before: Block | undefined, after: Block): boolean {
  if (after.kind !== 'text' && after.kind !== 'row') return false
  if (before?.kind !== 'text' && before?.kind !== 'row') return false
  return !isHeading(before) && !isHeading(after) && toneOf(before) !== toneOf(after)
}

function isHeading(block: TextBlock | RowBlock): boolean {
  return block.kind === 'text' && block.before > 0
}

function toneOf(block: TextBlock | RowBlock): string {
  if (block.kind === 'row') return 'table'
  const { role, paragraph: { align, left } } = block
  return role === 'LI' ? role : `${align} ${left > 0}`
}

/** Sidebars are set ragged: justified gothic type in a narrow panel would be full of holes. */
function raggedSidebarText<T extends Block>(block: T): T {
  if (block.kind === 'text') return { ...block, paragraph: { ...block.paragraph, align: 'left' } }
  return block
}
