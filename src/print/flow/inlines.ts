import type { PhrasingContent, Text } from 'mdast'
import type { Place } from '../../diagnostics/diagnostic.ts'
import type { Face } from '../stylebook/faces.ts'
import type { TextStyle } from '../stylebook/textStyle.ts'
import type { Span } from './paragraph.ts'

/** What the words of a story need to know of the rest of the issue. */
export interface Surroundings {
  /** The Markdown file, relative to the content folder. */
  file: string
  /** The page that a story's folder begins on, where it is printed in this issue. */
  pageOf(folder: string): number | undefined
  /** "page 8", in the story's language. */
  formatPage(page: number): string
  /** The number that a footnote's mark prints. */
  noteNumber(identifier: string): number
}

/** Ends a line within a paragraph: Unicode's line separator. */
const lineSeparator = '\u2028'

const italicOf: Partial<Record<Face, Face>> = { text: 'textItalic', textBold: 'textBoldItalic', textItalic: 'text' }
const boldOf: Partial<Record<Face, Face>> = { text: 'textBold', textItalic: 'textBoldItalic', label: 'labelBold' }

/** Phrasing content → spans of one style each. Links to stories of the same issue gain their page. */
export function toSpans(nodes: PhrasingContent[], style: TextStyle, around: Surroundings): Span[] {
  const spans: Span[] = []
  let parentheses = 0
  const walk = (children: PhrasingContent[], current: TextStyle): void => {
    for (const node of children) {
      const place = placeOf(node, around.file)
      switch (node.type) {
        case 'text':
          parentheses += count(node.value, '(') - count(node.value, ')')
          spans.push(...textSpans(node, current, around.file))
          break
        case 'emphasis':
          walk(node.children, { ...current, face: italicOf[current.face] ?? current.face })
          break
        case 'strong':
          walk(node.children, { ...current, face: boldOf[current.face] ?? current.face })
          break
        case 'delete':
          walk(node.children, { ...current, strike: true })
          break
        case 'inlineCode':
          spans.push({ text: node.value.replace(/\s+/g, ' '), style: { ...current, face: 'label', size: current.size * 0.92 }, place })
          break
        case 'break':
          spans.push({ text: lineSeparator, style: current, place })
          break
        case 'footnoteReference': {
          const mark = String(around.noteNumber(node.identifier))
          spans.push({ text: mark, style: { ...current, size: current.size * 0.62, rise: current.size * 0.34 }, place })
          break
        }
        case 'link': {
          const reference = node.data?.crossReference
          walk(node.children, { ...current, link: reference ? `story:${reference.folder}` : node.url })
          const page = reference && around.pageOf(reference.folder)
          if (page !== undefined) {
            const words = around.formatPage(page).replace(' ', '\u00A0')
            spans.push({ text: parentheses > 0 ? `, ${words}` : ` (${words})`, style: current, place })
          }
          break
        }
        case 'image':
          spans.push({ text: node.alt ? `[${node.alt}]` : '', style: current, place })
          break
        default:
          if ('children' in node) walk(node.children as PhrasingContent[], current)
      }
    }
  }
  walk(nodes, style)
  return spans.filter((span) => span.text !== '')
}

/** One span for each line of the Markdown, so that every word knows the line on which it stands. */
function textSpans(node: Text, style: TextStyle, file: string): Span[] {
  const start = node.position?.start
  return node.value.split('\n').map((text, index, lines) => ({
    text: index < lines.length - 1 ? `${text} ` : text,
    style,
    place: {
      file,
      start: start && { line: start.line + index, column: index === 0 ? start.column : 1 },
    },
  }))
}

/** Plain words of the front matter as a span. */
export function plainSpan(text: string, style: TextStyle, place: Place): Span[] {
  return [{ text, style, place }]
}

export function placeOf(node: { position?: PhrasingContent['position'] }, file: string): Place {
  const start = node.position?.start
  return start ? { file, start: { line: start.line, column: start.column } } : { file }
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1
}
