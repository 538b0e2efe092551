import { describe, expect, test } from 'vitest'
import type { Block, Flow, TextBlock } from '../../../src/print/flow/block.ts'
import { toFlow } from '../../../src/print/flow/flow.ts'
import type { Span } from '../../../src/print/flow/paragraph.ts'
import { tabloid as book } from '../makeup/workshop.ts'
import { articleOf, storyText } from './article.ts'

const words = { formatPage: (page: number) => `page ${page}`, notes: 'Notes' }

function flowOf(body: string, keys?: string, pages: Record<string, number> = {}): Flow {
  return toFlow(articleOf(storyText(body, keys)), book, words, (folder) => pages[folder.split('/').at(-1)!])
}

function blocksOf(body: string, pages?: Record<string, number>): Block[] {
  return flowOf(body, undefined, pages).blocks
}

function said(spans: Span[] | undefined): string {
  return (spans ?? []).map((span) => span.text).join('')
}

function textBlocks(blocks: Block[]): TextBlock[] {
  return blocks.filter((block) => block.kind === 'text')
}

/** What each text block says, its mark before it. */
function texts(blocks: Block[]): string[] {
  return textBlocks(blocks).map((block) => `${block.mark?.text ?? ''}${said(block.paragraph.spans)}`)
}

function spansOf(block: Block | undefined): Span[] {
  if (block?.kind !== 'text') throw new Error('No text block')
  return block.paragraph.spans
}

describe('the head of a story', () => {
  test('has kicker in capitals, headline, deck, bylines in a row, and a short headline for its continuation', () => {
    const flow = flowOf('Text.', 'title: The strike\nkicker: From the harbor\ndeck: How it went\nbyline: [Ana, Bert]\njumpHead: Strike')
    expect([flow.kicker, flow.title, flow.deck, flow.byline, flow.jumpHead].map(said)).toEqual(['FROM THE HARBOR', 'The strike', 'How it went', 'Ana · Bert', 'Strike'])
  })

  test('takes the label of its kind or section where it brings no kicker, and its title where it has no short headline', () => {
    const flow = toFlow(articleOf(storyText('Text.')), book, { ...words, kicker: 'Letters' }, () => undefined)
    expect(said(flow.kicker)).toBe('LETTERS')
    expect(said(flow.jumpHead)).toBe('The strike')
  })

  test('leaves out what there is not', () => {
    expect(flowOf('Text.')).toMatchObject({ kicker: undefined, deck: undefined, byline: undefined, picture: undefined })
  })

  test('knows the lines on which it was written', () => {
    const flow = flowOf('Text.', 'title: The strike\ndeck: How it went')
    expect(flow.place).toMatchObject({ file: 'issues/17-01/strike/en.md', start: { line: 2 } })
    expect(flow.deck![0]!.place.start?.line).toBe(3)
  })
})

describe('paragraphs', () => {
  test('are indented, but not the first, nor one after a heading, a section break or a sign-off', () => {
    const blocks = textBlocks(blocksOf('One.\n\nTwo.\n\n## Head\n\nThree.\n\nFour.\n\n***\n\nFive.\n\n—Signed\n\n# Part\n\nSix.'))
    const indents = Object.fromEntries(blocks.map((block) => [said(block.paragraph.spans), block.paragraph.indent]))
    expect(indents).toMatchObject({ 'One.': 0, 'Two.': book.indent, 'Three.': 0, 'Four.': book.indent, 'Five.': 0, 'Six.': 0 })
  })

  test('begin with the dateline in bold, once', () => {
    const blocks = flowOf('One.\n\nTwo.', 'title: The strike\ndateline: LOS ANGELES').blocks
    expect(texts(blocks)).toEqual(['LOS ANGELES — One.', 'Two.'])
    expect(spansOf(blocks[0])[0]!.style.face).toBe('textBold')
  })

  test.each(['## Head\n\nOne.', '![A yard](yard.jpg)\n\nOne.', ':::sidebar\nSide.\n:::\n\nOne.', '- item\n\nOne.'])('keep the dateline when %j comes first', (body) => {
    expect(texts(flowOf(body, 'title: The strike\ndateline: LOS ANGELES').blocks)).toContain('LOS ANGELES — One.')
  })

  test('are italic, bold, both, struck through and code as written', () => {
    const [block] = blocksOf('plain *italic **both*** **bold** ~~struck~~ `code`')
    const faces = Object.fromEntries(spansOf(block).map((span) => [span.text.trim(), span.style.strike ? 'struck' : span.style.face]))
    expect(faces).toMatchObject({ plain: 'text', italic: 'textItalic', both: 'textBoldItalic', bold: 'textBold', struck: 'struck', code: 'label' })
  })

  test('turn emphasis within italics upright', () => {
    const [block] = blocksOf('> quoted *stressed*')
    expect(spansOf(block).map((span) => span.style.face)).toEqual(['textItalic', 'text'])
  })

  test('end a line at a hard break, and carry on the next within the paragraph', () => {
    const [block, ...more] = blocksOf('First line  \nsecond line\\\nthird line')
    expect(more).toEqual([])
    expect(said(spansOf(block))).toBe('First line\u2028second line\u2028third line')
  })

  test('know the line of every line of Markdown', () => {
    const spans = spansOf(blocksOf('One\ntwo\nthree.')[0])
    expect(spans.map((span) => [span.text.trim(), span.place.start?.line])).toEqual([['One', 5], ['two', 6], ['three.', 7]])
  })

  test('sign off to the right, in italics', () => {
    const block = textBlocks(blocksOf('Text.\n\n—Party collective')).at(-1)!
    expect(block.paragraph.align).toBe('right')
    expect(block.paragraph.spans[0]!.style.face).toBe('textItalic')
    expect(said(block.paragraph.spans)).toBe('—Party collective')
  })
})

describe('headings', () => {
  test('of parts are headlines off the grid, subheads are not; both stay with their text', () => {
    const [part, , subhead] = textBlocks(blocksOf('# Part\n\nOne.\n\n## Sub\n\nTwo.'))
    expect(part).toMatchObject({ role: 'H2', leading: book.partHead.leading, keepWithNext: true })
    expect(subhead).toMatchObject({ role: 'H3', keepWithNext: true })
    expect(subhead!.leading).toBeUndefined()
  })
})

describe('lists', () => {
  test('have bullets or numbers that count on from where they start', () => {
    expect(texts(blocksOf('- one\n- two')).map((text) => text.replace(/\s+/g, ' '))).toEqual(['• one', '• two'])
    expect(texts(blocksOf('3. three\n4. four')).map((text) => text.replace(/\s+/g, ' '))).toEqual(['3. three', '4. four'])
  })

  test('are indented further when they stand in lists', () => {
    const blocks = textBlocks(blocksOf('- one\n  - inner\n- two'))
    expect(blocks.map((block) => said(block.paragraph.spans))).toEqual(['one', 'inner', 'two'])
    expect(blocks[1]!.paragraph.left).toBeGreaterThan(blocks[0]!.paragraph.left)
    expect(blocks[2]!.paragraph.left).toBe(blocks[0]!.paragraph.left)
  })

  test('mark an item of several paragraphs once', () => {
    expect(textBlocks(blocksOf('- one\n\n  more\n\n- two')).map((block) => block.mark !== undefined)).toEqual([true, false, true])
  })
})

describe('other blocks', () => {
  test('a table is a row of cells each, headed in bold', () => {
    const rows = blocksOf('| Day | Votes |\n|---|---|\n| one | 211 |\n| two | 86 |')
    expect(rows.map((row) => row.kind === 'row' ? [row.cells.map((cell) => said(cell.spans)), row.last] : [])).toEqual([
      [['Day', 'Votes'], false], [['one', '211'], false], [['two', '86'], true],
    ])
    expect(rows[0]!.kind === 'row' && rows[0]!.cells[0]!.spans[0]!.style.face).toBe('labelBold')
  })

  test('a column of a table stands as its second row says, and where it says nothing from where the language begins', () => {
    const table = '| Day | Votes | Hall | Note |\n|:---|---:|:---:|---|\n| one | 211 | A | x |'
    const alignsIn = (language: string) => toFlow(articleOf(storyText(table), 'strike', language), book, words, () => undefined)
      .blocks.map((row) => row.kind === 'row' ? row.cells.map(({ align }) => align) : [])
    expect(alignsIn('en')).toEqual([['left', 'right', 'center', 'left'], ['left', 'right', 'center', 'left']])
    expect(alignsIn('ar')[1]).toEqual(['right', 'left', 'center', 'left'])
  })

  test('a quotation is italic and indented', () => {
    const [block] = textBlocks(blocksOf('> Said.'))
    expect(block!.paragraph.left).toBe(book.indent)
    expect(block!.paragraph.spans[0]!.style.face).toBe('textItalic')
  })

  test('a section break is three stars in the middle', () => {
    const block = textBlocks(blocksOf('One.\n\n***\n\nTwo.'))[1]!
    expect([said(block.paragraph.spans), block.paragraph.align]).toEqual(['* * *', 'center'])
  })

  test('code keeps its lines, empty ones too', () => {
    expect(texts(blocksOf('```\nfirst\n\nthird\n```'))).toEqual(['first', ' ', 'third'])
  })

  test('a picture keeps its words', () => {
    const [block] = blocksOf('::picture{file="yard.jpg" alt="A yard" caption="The yard" credit="Ana"}')
    expect(block).toMatchObject({ kind: 'picture', picture: { file: 'issues/17-01/strike/yard.jpg', alt: 'A yard', caption: 'The yard', credit: 'Ana' } })
  })

  test('a pull quote has its paragraphs, and its source smaller', () => {
    const [block] = blocksOf(':::pull-quote\nNobody had slept.\n\n—A docker\n:::')
    expect(block?.kind === 'pullQuote' && block.paragraphs.map((each) => [said(each.spans), each.spans[0]!.style.size]))
      .toEqual([['Nobody had slept.', book.pullQuote.style.size], ['—A docker', book.caption.style.size]])
  })

  test('a picture in a pull quote stands after it', () => {
    const [quote, picture, ...more] = blocksOf(':::pull-quote\nNobody had slept.\n\n![A yard](yard.jpg)\n:::')
    expect(quote?.kind === 'pullQuote' && quote.paragraphs.map((each) => said(each.spans))).toEqual(['Nobody had slept.'])
    expect([picture?.kind === 'picture' && picture.picture.alt, more]).toEqual(['A yard', []])
  })

  test('a sidebar has its title, ragged text and rows; pictures and pull quotes follow it', () => {
    const [panel, picture, quote, ...more] = blocksOf(':::sidebar{title="The days"}\nOne.\n\n![A yard](yard.jpg)\n\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n> three\n:::\n\n:::pull-quote\nFour.\n:::')
    expect(panel?.kind === 'sidebar' && [said(panel.title?.spans), panel.blocks.map((block) => block.kind)]).toEqual(['The days', ['text', 'text', 'row', 'row', 'text']])
    expect(panel?.kind === 'sidebar' && panel.blocks.every((block) => block.kind === 'row' || block.paragraph.align === 'left')).toBe(true)
    expect([picture?.kind, quote?.kind, more]).toEqual(['picture', 'pullQuote', []])
  })

  test('blocks have numbers of their own, in reading order, above those of the head', () => {
    const blocks = blocksOf('One.\n\n![A yard](yard.jpg)\n\n:::sidebar\nSide.\n:::\n\n- item\n\n| a |\n|---|\n| b |\n\nLast.')
    const numbers = blocks.flatMap((block) => block.kind === 'sidebar' ? [block.block, ...block.blocks.map((each) => each.block)] : [block.block])
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(numbers[0]).toBeGreaterThanOrEqual(10)
    // A picture's caption is a block of its own.
    const picture = blocks.findIndex((block) => block.kind === 'picture')
    expect(numbers[picture + 1]! - numbers[picture]!).toBe(2)
  })
})

describe('footnotes', () => {
  test('are numbered in the order of their marks and stand at the end under a heading', () => {
    const blocks = blocksOf('One[^b] two[^a].\n\nThree[^b].\n\n[^a]: First written.\n\n[^b]: Second written.')
    expect(texts(blocks)).toEqual(['One1 two2.', 'Three1.', 'Notes', '1. Second written.', '2. First written.'])
    expect(textBlocks(blocks).slice(-2).map((block) => block.role)).toEqual(['Note', 'Note'])
  })

  test('have raised marks', () => {
    const mark = spansOf(blocksOf('One[^a].\n\n[^a]: Note.')[0])[1]!
    expect(mark.text).toBe('1')
    expect(mark.style.rise).toBeGreaterThan(0)
    expect(mark.style.size).toBeLessThan(book.body.size)
  })

  test.each([':::sidebar\nSide[^a].\n\n[^a]: The note.\n:::', '> Quoted[^a].\n>\n> [^a]: The note.', '- Item[^a].\n\n  [^a]: The note.'])('are not lost where they are written within another block: %j', (body) => {
    expect(texts(blocksOf(`Text.\n\n${body}`))).toContain('1. The note.')
  })

  test('may have several paragraphs', () => {
    expect(texts(blocksOf('One[^a].\n\n[^a]: Note.\n\n    More of it.'))).toEqual(['One1.', 'Notes', '1. Note.', 'More of it.'])
  })
})

describe('cross references', () => {
  const pages = { commune: 8 }

  test('gain their page', () => {
    expect(texts(blocksOf('Read [the history](../commune) today.', pages))).toEqual(['Read the history (page\u00a08) today.'])
  })

  test('gain it after a comma inside parentheses', () => {
    expect(texts(blocksOf('Twice (see [the history](../commune)) and [again](../commune).', pages))).toEqual(['Twice (see the history, page\u00a08) and again (page\u00a08).'])
  })

  test('stay as they are where the story is not printed', () => {
    expect(texts(blocksOf('Read [the history](../commune).'))).toEqual(['Read the history.'])
  })

  test('and other links keep their words only', () => {
    expect(texts(blocksOf('Read [the site](https://example.org/a-b) today.'))).toEqual(['Read the site today.'])
  })
})
