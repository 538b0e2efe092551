/** Keeps the lines of what was set before: make-up tries a paragraph at one measure many times, and an edit leaves most as they were. */
import type { Paragraph } from './flow/paragraph.ts'
import type { Workshop } from './makeup/workshop.ts'
import type { SettingMemory } from './settingMemory.ts'
import type { TextStyle } from './stylebook/textStyle.ts'
import type { Line, Measurer } from './type/line.ts'
import { setHeadline, setInLines, setParagraph } from './type/type.ts'

/** Sets paragraphs and headlines, each once a measure. Lines are never changed, so they can be shared. */
export type Compositor = Pick<Workshop, 'set' | 'setInLines' | 'setHeadline'>

/** The compositor who works with this measurer, and remembers as long as it lives; with a memory, longer. */
export function compositorFor(measurer: Measurer, memory?: SettingMemory): Compositor {
  let compositor = compositors.get(measurer)
  if (!compositor) {
    compositors.set(measurer, (compositor = {
      set: setOnce('text', (paragraph, measure) => setParagraph(paragraph, measure, measurer), memory),
      setInLines: setInLinesOnce(measurer, memory),
      setHeadline: setOnce('headline', (paragraph, measure) => setHeadline(paragraph, measure, measurer), memory),
    }))
  }
  return compositor
}

const compositors = new WeakMap<Measurer, Compositor>()

/** Forgets what was set with this measurer: no two issues share a paragraph. */
export function forgetLines(measurer: Measurer): void {
  compositors.delete(measurer)
}

/** Settings that are kept: those of some hundred pages. When there are more, all are forgotten, and set again when they are asked for. */
const capacity = 20_000

function setOnce(kind: string, set: Workshop['set'], memory: SettingMemory | undefined): Workshop['set'] {
  const known = new Map<string, Line[]>()
  return (paragraph, measure) => {
    const key = keyOf(paragraph, measure)
    let lines = known.get(key)
    if (!lines) {
      if (known.size >= capacity) known.clear()
      lines = memory ? memory.lines(paragraph, `${kind} ${key}`, () => set(paragraph, measure)) : set(paragraph, measure)
      known.set(key, lines)
    }
    return lines
  }
}

function setInLinesOnce(measurer: Measurer, memory: SettingMemory | undefined): Workshop['setInLines'] {
  const byLines = new Map<number, Workshop['set']>()
  return (paragraph, measure, lines) => {
    let set = byLines.get(lines)
    if (!set) byLines.set(lines, (set = setOnce(`text in ${lines}`, (each, width) => setInLines(each, width, lines, measurer), memory)))
    return set(paragraph, measure)
  }
}

/** All that lines depend on. Equal paragraphs at two places of the copy stay two, for their lines say where they come from. */
function keyOf({ spans, language, align, indent, left, right, hyphenate }: Paragraph, measure: number): string {
  let key = `${measure} ${language} ${align} ${indent} ${left} ${right} ${hyphenate} ${spans[0]?.place.file}`
  for (const { text, style, place: { start } } of spans) key += `\n${start?.line}:${start?.column} ${formatStyle(style)} ${text}`
  return key
}

/** Styles are few and never changed: each is written out once. */
function formatStyle(style: TextStyle): string {
  let text = styles.get(style)
  if (text === undefined) styles.set(style, (text = describe(style)))
  return text
}

function describe({ face, size, ink, rise, strike, tracking, expansion, link, hidden }: TextStyle): string {
  return `${face} ${size} ${ink} ${rise} ${strike} ${tracking} ${expansion} ${hidden} ${link}`
}

const styles = new WeakMap<TextStyle, string>()
