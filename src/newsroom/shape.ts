/** Shapes of the keys that editors write: zod's schemas, and what an editor reads when a value does not fit. */
import { z } from 'zod'
import type { DiagnosticId } from '../diagnostics/catalogue.ts'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { parseCivilDate, type CivilDate } from '../languages/dates.ts'
import { fold, likelyOf } from './likely.ts'

/** A schema for every key that a group may have. */
export type Shape = Record<string, z.ZodType>

/** What fits a shape: every key may be absent, because nobody filled it in or because what stands there does not fit. */
export type Fitting<S extends Shape> = { [K in keyof S]?: z.output<S[K]> }

/** Where a group of keys stands. */
export interface GroupPlace {
  /** Place of every key by dotted path; see yamlText.ts. */
  places: Record<string, Place>
  /** Path of the group itself, with a dot at its end: `picture.`; '' at the root. */
  path: string
  /** Place of the group as a whole, for what has no place of its own. */
  whole: Place
}

/**
 * Fits a group of keys to a shape, key by key: a value that does not fit costs that value only.
 * Reports `yaml/unknown-key` with the likely key, and the schemas' own ids, which stand in zod's messages.
 */
export function checkShape<S extends Shape>(shape: S, data: Record<string, unknown>, at: GroupPlace): {
  value: Fitting<S>
  diagnostics: Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const value: Record<string, unknown> = {}
  for (const [key, typed] of Object.entries(data)) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (!schema) {
      const likely = meantKey(key, shape) ?? likelyOf(key, Object.keys(shape)) ?? ''
      diagnostics.push({ id: 'yaml/unknown-key', place: placeOf([key], at), params: { key, likely } })
      continue
    }
    if (typed === '') continue
    const result = schema.safeParse(typed)
    if (result.success) value[key] = result.data
    else for (const issue of result.error.issues) diagnostics.push(diagnosticOf(issue, key, typed, at))
  }
  return { value: value as Fitting<S>, diagnostics }
}

function diagnosticOf(issue: z.core.$ZodIssue, key: string, typed: unknown, at: GroupPlace): Diagnostic {
  const path = [key, ...issue.path.map(String)]
  const params = issue.code === 'custom' ? (issue.params as Record<string, string | number> | undefined) : undefined
  if (issue.code === 'unrecognized_keys') {
    const unknown = issue.keys[0] ?? ''
    return { id: 'yaml/unknown-key', place: placeOf([...path, unknown], at), params: { key: unknown, likely: '' } }
  }
  const shown = typeof typed === 'string' ? typed : ''
  const example = issue.message === 'yaml/not-group' && { example: groups[key] ?? '{ en: Red Flag, es: Bandera Roja }' }
  return { id: issue.message as DiagnosticId, place: placeOf(path, at), params: { key: path.join('.'), value: shown, ...example, ...params } }
}

/** How groups are written whose keys are no languages. */
const groups: Record<string, string> = {
  picture: '{ file: gate.jpg, alt: Dockers at the gate }',
  color: '{ name: Red, cmyk: [0, 95, 100, 0], rgb: "#d7261e" }',
  contact: '{ email: paper@example.org }',
  trim: '{ width: 289 mm, height: 380 mm }',
  sections: '{ letters: { en: Letters, es: Cartas } }',
  series: '{ commune: { en: The Commune, es: La Comuna } }',
  tags: '{ wages: { en: wages, es: salarios } }',
  gates: '{ press: { lead: current, others: translated } }',
}

/** What other programs and other languages call our keys. */
const namesElsewhere: Record<string, string[]> = {
  title: ['headline', 'heading', 'titular'],
  byline: ['author', 'authors', 'by', 'autor', 'autora', 'autores', 'firma'],
  deck: ['subtitle', 'summary', 'description', 'standfirst', 'excerpt', 'subtitulo', 'bajada', 'resumen'],
  kicker: ['eyebrow', 'volanta', 'antetitulo'],
  dateline: ['location', 'place', 'city', 'lugar', 'ciudad'],
  picture: ['image', 'photo', 'cover', 'imagen', 'foto'],
  tags: ['keywords', 'topics', 'etiquetas', 'temas'],
  section: ['category', 'categories', 'seccion', 'categoria'],
  kind: ['type', 'tipo'],
  date: ['published', 'fecha'],
  alt: ['description', 'descripcion'],
  caption: ['legend', 'pie', 'leyenda'],
  credit: ['photographer', 'copyright', 'fotografo', 'credito'],
  languages: ['idiomas', 'lenguas'],
  publisher: ['editor', 'editorial'],
  slogan: ['tagline', 'motto', 'subtitle', 'lema'],
  name: ['title', 'nombre'],
}

function meantKey(key: string, shape: Shape): string | undefined {
  const wanted = fold(key)
  return Object.keys(namesElsewhere).find(each => Object.hasOwn(shape, each) && namesElsewhere[each]!.includes(wanted))
}

/** The place of a path, or of the nearest group around it that has one. */
function placeOf(path: string[], at: GroupPlace): Place {
  for (let length = path.length; length > 0; length--) {
    const place = at.places[at.path + path.slice(0, length).join('.')]
    if (place) return place
  }
  return at.whole
}

/** Words in one paragraph; line ends of folded text become spaces. */
export const words = z.string('yaml/not-text').transform(text => text.replace(/\s+/g, ' ').trim())

/** One text or a list of texts, always answered as a list. */
export const wordList = z
  .union([words.transform(text => [text]), z.array(words)], 'yaml/not-list')
  .transform(list => list.filter(text => text !== ''))

/** The same, of short words: a text is parted at its commas. */
export const wordsWithCommas = z
  .union([words.transform(text => text.split(',').map(each => each.trim())), z.array(words)], 'yaml/not-list')
  .transform(list => list.filter(text => text !== ''))

/** A day of the calendar, `2026-11-15`. */
export const civilDate = z.string('yaml/not-text').transform((text, context): CivilDate => {
  const date = parseCivilDate(text)
  if (date) return date
  context.issues.push({ code: 'custom', input: text, message: 'date/wrong', params: { value: text, likely: likelyDate(text) } })
  return z.NEVER
})

/** A whole number within bounds, both included; outside them `id` is reported. */
export function wholeNumber(low: number, high: number, id: DiagnosticId = 'yaml/number-out-of-range') {
  return z.string('yaml/not-number').transform((text, context): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : undefined
    if (number !== undefined && number >= low && number <= high) return number
    const message: DiagnosticId = number === undefined ? 'yaml/not-number' : id
    context.issues.push({ code: 'custom', input: text, message, params: { value: text, low, high } })
    return z.NEVER
  })
}

/** One of a list of names; any other is reported as `id`, with the likely one. */
export function oneOf<T extends string>(names: readonly T[], id: DiagnosticId) {
  return z.string('yaml/not-text').transform((text, context): T => {
    const name = names.find(name => name === text)
    if (name !== undefined) return name
    const likely = likelyOf(text, names) ?? ''
    context.issues.push({ code: 'custom', input: text, message: id, params: { value: text, likely, known: names.join(', ') } })
    return z.NEVER
  })
}

/** Yes or no, in any spelling that YAML has had. */
export const flag = z.string('yaml/not-flag').transform((text, context): boolean => {
  if (/^(true|yes|on)$/i.test(text)) return true
  if (/^(false|no|off)$/i.test(text)) return false
  context.issues.push({ code: 'custom', input: text, message: 'yaml/not-flag', params: { value: text } })
  return z.NEVER
})

/** The same day written with single digits or other marks: `2026-2-3`, `2026/02/03`, `3.2.2026`; '' when none is certain. */
function likelyDate(text: string): string {
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:$|[T ])/.exec(text)
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const [year, month, day] = yearFirst ? yearFirst.slice(1) : dayFirst ? dayFirst.slice(1).reverse() : []
  if (year === undefined) return ''
  return parseCivilDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`) ?? ''
}
