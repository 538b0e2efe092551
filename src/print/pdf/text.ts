/**
 * Draws finished lines. Every line is written whole with its spaces, because text taken out of the file or read aloud is
 * made of what is written, not of where it stands. Coordinates come from the page's top; `bottomOf` turns them.
 */
import type { Initial, PlacedLine, Rect, Tag, TextFrame } from '../makeup/page.ts'
import type { Face } from '../stylebook/faces.ts'
import type { Line, Run } from '../type/line.ts'
import type { Content } from './content.ts'
import { isSpace, wordsOf } from './fonts.ts'
import type { Fonts } from './fonts.ts'
import type { DrawnFace } from './glyphs.ts'
import { formatNumber } from './number.ts'

/** What drawing text needs to know of the page. */
export interface TextCanvas {
  content: Content
  face(face: Face): DrawnFace
  fonts: Fonts
  /** PDF's x and y, from the sheet's lower left corner, of a point on the page. */
  left(x: number): string
  up(y: number): string
  /** A new piece of marked content. */
  piece(tag: Tag): number
  /** Makes a rectangle of the page lead somewhere, where links are live; `number` is the piece of content in it. */
  link?(target: string, rect: Rect, number: number | undefined): void
}

export function drawText(frame: TextFrame, canvas: TextCanvas) {
  const { operators } = canvas.content
  if (frame.lines.length === 0) return
  operators.push('BT')
  let open: Tag | 'furniture' | undefined
  let openLink: string | undefined
  let number: number | undefined
  const mark = (tag: Tag | undefined, link?: string) => {
    if (open !== undefined && isSame(open, tag) && openLink === link) return number
    if (open) operators.push('EMC')
    number = tag && canvas.piece(tag)
    operators.push(tag ? `/${tag.role} <</MCID ${number}>> BDC` : '/Artifact BMC')
    open = tag ?? 'furniture'
    openLink = link
    return number
  }
  for (const placed of frame.lines) {
    mark(placed.tag, canvas.link && placed.line.runs[0]?.style.link)
    const hyphen = drawLine(placed, canvas, (run) => {
      const link = canvas.link && run.style.link
      const piece = mark(placed.tag, link)
      if (link) canvas.link!(link, rectOf(placed, run, canvas.fonts), piece)
    })
    if (canvas.link && !placed.tag) linkAddresses(placed, canvas)
    if (!hyphen) continue
    // The hyphen of a divided word is not part of what the story says: PDF counts it among the artifacts of layout.
    mark(undefined)
    operators.push(hyphen)
  }
  if (open) operators.push('EMC')
  operators.push('ET')
  for (const placed of frame.lines) {
    strikeOut(placed, canvas)
    if (placed.initial) drawInitial(placed.initial, canvas)
  }
}

function isSame(open: Tag | 'furniture', tag: Tag | undefined): boolean {
  if (open === 'furniture' || !tag) return open === 'furniture' && !tag
  return open.story === tag.story && open.block === tag.block
}

/** Draws the line but for the hyphen of a divided word, which is handed back as an operator of its own. */
function drawLine(placed: PlacedLine, { content, face: faceOf, fonts, left, up }: TextCanvas, begin: (run: Run) => void): string | undefined {
  const { line } = placed
  const baseline = up(placed.baseline)
  let hyphen: string | undefined
  line.runs.forEach((run, i) => {
    const face = faceOf(run.style.face)
    content.style(run.style, face)
    const words = wordsOf(run.text)
    const isLast = i === line.runs.length - 1
    const divided = isLast && line.end === 'hyphen' && run.text.endsWith('-') ? face.split(words.pop()!) : undefined
    if (isLast && needsSpace(line, run)) words.push(' ')
    if (run.direction === 'rtl') {
      begin(run)
      content.operators.push(...wordsFromRight(words, placed, run, face, fonts).map(({ x, up: above, codes }) =>
        `1 0 0 1 ${left(x)} ${above === 0 ? baseline : up(placed.baseline - above)} Tm ${codes}`))
      return
    }
    const codes = codesOf(words, line, run, face) + (divided?.[0] ?? '')
    if (codes === '' && !divided) return
    begin(run)
    content.operators.push(`1 0 0 1 ${left(placed.x + run.x)} ${baseline} Tm [(${codes})]TJ`)
    if (divided) hyphen = `[(${divided[1]})]TJ`
  })
  return hyphen
}

/** The inside of a text array for a run's words, spaces as wide as the line asks for. */
function codesOf(words: string[], line: Line, run: Run, face: DrawnFace): string {
  // PDF widens what stands between words with the letters.
  const em = run.style.size * (1 + (run.style.expansion ?? 0))
  const extra = line.wordSpace === 0 ? '' : `)${formatNumber((-line.wordSpace * 1000) / em)}(`
  let codes = ''
  for (const word of words) codes += isSpace(word) ? face.word(word).codes + extra : codesOfWord(word, run, face)
  return codes
}

function codesOfWord(word: string, { style, direction }: Run, face: DrawnFace): string {
  const { codes: plain, isRaised, said } = face.word(word, direction)
  const codes = isRaised ? face.raised(word, direction, style.size, style.rise ?? 0) : plain
  return said === undefined ? codes : `)]TJ /Span <</ActualText <${hexOf(said)}>>> BDC [(${codes})]TJ EMC [(`
}

/** UTF-16 as PDF writes it: the byte order mark first. */
function hexOf(text: string): string {
  return `\ufeff${text}`.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join('')
}

/** The words of a run that goes from right to left in reading order, each where it stands, and its marks after it. */
function wordsFromRight(words: string[], { line, x }: PlacedLine, run: Run, face: DrawnFace, fonts: Fonts): { x: number; up: number; codes: string }[] {
  const { size, expansion = 0 } = run.style
  const widthOf = (word: string) => fonts.width(word, run.style) + (isSpace(word) ? line.wordSpace : 0)
  let pen = x + run.x + wordsOf(run.text).reduce((sum, word) => sum + widthOf(word), 0)
  return words.flatMap((word) => {
    pen -= widthOf(word)
    const letters = { x: pen, up: 0, codes: `[(${codesOfWord(word, run, face)})]TJ`.replaceAll('[()]TJ', '').trim() }
    const marks = face.marks(word).map(({ codes, right, up }) => ({ x: pen + right * size * (1 + expansion), up: up * size, codes: `[(${codes})]TJ` }))
    return [letters, ...marks]
  })
}

/** A line says the space that its end stands for, or the words of two lines would run together. */
function needsSpace(line: Line, last: Run): boolean {
  return (line.end === 'space' || line.end === 'paragraph') && !last.text.endsWith(' ')
}

/** The box around a run of letters, or around those from one to another. */
function rectOf({ line, x, baseline }: PlacedLine, run: Run, fonts: Fonts, from = 0, to = run.text.length): Rect {
  const widthOf = (text: string) => fonts.width(text, run.style) + wordsOf(text).filter(isSpace).length * line.wordSpace
  const { size } = run.style
  return { x: x + run.x + widthOf(run.text.slice(0, from)), y: baseline - 0.8 * size, width: widthOf(run.text.slice(from, to)), height: 1.05 * size }
}

const address = /https?:\/\/[^\s,;)\]]+[^\s,;:.!?)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Addresses of sites and mail in furniture, which no editor could mark as links. */
function linkAddresses(placed: PlacedLine, { fonts, link }: TextCanvas) {
  for (const run of placed.line.runs) {
    for (const { 0: found, index } of run.text.matchAll(address)) {
      link!(found.includes('://') ? found : `mailto:${found}`, rectOf(placed, run, fonts, index, index + found.length), undefined)
    }
  }
}

/** A drop cap is drawn as a shape: it says nothing, because its letter stands hidden in its line. */
function drawInitial({ letter, style, x, baseline }: Initial, { content, fonts, left, up }: TextCanvas) {
  content.operators.push('/Artifact BMC')
  content.ink(style.ink, style.size)
  for (const { operator, points } of fonts.outline(letter, style.face)) {
    const placed = points.map((value, axis) => axis % 2 === 0 ? left(x + value * style.size) : up(baseline - value * style.size))
    content.operators.push([...placed, operator].join(' '))
  }
  content.operators.push('f', 'EMC')
}

/** Points: what a face has for small letters is thinner than presses like. */
const thinnestStrike = 0.5

function strikeOut({ line, x, baseline }: PlacedLine, { content, fonts, left, up }: TextCanvas) {
  for (const run of line.runs) {
    if (!run.style.strike) continue
    const { size } = run.style
    const { height, ...strike } = fonts.metrics(run.style.face).strike
    const thickness = Math.max(strike.thickness, thinnestStrike / size)
    const spaces = wordsOf(run.text).filter(isSpace).length
    const width = fonts.width(run.text, run.style) + spaces * line.wordSpace
    const bottom = baseline - (run.style.rise ?? 0) - (height - thickness / 2) * size
    content.operators.push('/Artifact BMC')
    content.ink(run.style.ink, size)
    const box = [left(x + run.x), up(bottom), formatNumber(width), formatNumber(thickness * size)]
    content.operators.push(`${box.join(' ')} re f`, 'EMC')
  }
}
