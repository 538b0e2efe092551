/** Reads printer profiles: the house's own, and those of a paper, which may replace a house profile of the same name. */
import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import { pdfStandards, type Printer, type Size } from './printer.ts'
import { checkShape, flag, oneOf, wholeNumber, words } from './shape.ts'
import { readTextFile } from './textFile.ts'
import { parseYaml } from './yamlText.ts'

/** The profiles that come with the program. */
const houseFolder = fileURLToPath(new URL('../print/stylebook/printers', import.meta.url))

/** A paper that names no printer, or one that is not known, is laid out for this one. */
export const usualPrinter = 'us-tabloid'

const points = { mm: 72 / 25.4, cm: 720 / 25.4, in: 72, pt: 1 } as const

/** `289 mm`, `11.5 in`, `9 pt` */
const length = z.string('printer/length').transform((text, context): number => {
  const [, number, unit] = /^(\d{1,4}(?:\.\d{1,4})?) ?(mm|cm|in|pt)$/.exec(text.trim()) ?? []
  if (number !== undefined) return Number(number) * points[unit as keyof typeof points]
  context.issues.push({ code: 'custom', input: text, message: 'printer/length', params: { value: text } })
  return z.NEVER
})

const group = { error: (issue: { code: string }) => (issue.code === 'unrecognized_keys' ? 'yaml/unknown-key' : 'yaml/not-group') }
const size = z.strictObject({ width: length, height: length }, group)
const pageNumber = wholeNumber(1, 96)
const percent = wholeNumber(0, 100)
const resolution = wholeNumber(50, 2400)

const shape = {
  trim: size,
  pdfPage: size,
  margin: length,
  columns: wholeNumber(1, 6),
  leading: length,
  body: length,
  bleed: length,
  marks: length,
  pairs: flag,
  pages: z.strictObject({ multiple: pageNumber, least: pageNumber, most: pageNumber }, group),
  colorPages: z.union([z.enum(['all', 'none']), z.record(z.string().regex(/^\d+$/), z.array(pageNumber))], 'printer/color-pages'),
  inkLimit: wholeNumber(100, 400),
  tints: z.strictObject({ lightest: percent, darkest: percent }, group),
  reversedType: z.strictObject({ oneInk: length, manyInks: length }, group),
  thinnestLine: length,
  pixelsPerInch: z.strictObject({ least: resolution, target: resolution, most: resolution }, group),
  standard: oneOf(pdfStandards, 'printer/standard'),
  condition: z.strictObject({ identifier: words, info: words, registry: words.optional() }, group),
  spots: z.union([wholeNumber(0, 8), z.array(words)], 'printer/spots'),
  profile: z.string('yaml/not-text').regex(/^[\w][\w .-]*\.icc$/i, 'printer/profile'),
  officePaper: oneOf(['letter', 'a4'], 'printer/office-paper'),
}

/** Profiles by their names, the files' names without `.yaml`. */
export interface Printers {
  names: string[]
  get(name: string): Printer | undefined
}

/** The paper's own profiles, and the house's, of which only those that are asked for are read. */
export function readPrinters(root: string): Outcome<Printers> {
  const own = new Map<string, Printer>()
  const diagnostics: Diagnostic[] = []
  for (const name of profilesIn(join(root, 'printers'))) {
    const outcome = readPrinter(root, posix.join('printers', name))
    diagnostics.push(...outcome.diagnostics)
    if (outcome.value) own.set(outcome.value.name, outcome.value)
  }
  const house = profilesIn(houseFolder).map((file) => posix.basename(file, '.yaml'))
  const get = (name: string) => own.get(name) ?? (house.includes(name) ? readHousePrinter(name) : undefined)
  return { value: { names: [...new Set([...house, ...own.keys()])], get }, diagnostics }
}

function readHousePrinter(name: string): Printer {
  const { value, diagnostics } = readPrinter(houseFolder, `${name}.yaml`)
  if (!value || diagnostics.length > 0) throw new Error(`The program's own printer profile ${name} is wrong: ${JSON.stringify(diagnostics)}`)
  return value
}

function profilesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[a-z0-9-]+\.yaml$/.test(name)).sort()
  } catch {
    return []
  }
}

/** One profile. Only the trimmed page must be there; what else is missing is what most newspaper presses take. */
export function readPrinter(root: string, file: string): Outcome<Printer> {
  const text = readTextFile(root, file)
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics }
  const tree = parseYaml(text.value, file)
  const whole = { file, start: { line: 1, column: 1 } }
  const { value: keys, diagnostics: wrong } = checkShape(shape, tree.data, { places: tree.places, path: '', whole })
  const diagnostics = [...text.diagnostics, ...tree.diagnostics, ...wrong]
  if (keys.trim === undefined) {
    if (wrong.length === 0) diagnostics.push({ id: 'printer/missing-trim', place: whole, params: {} })
    return { value: undefined, diagnostics }
  }
  const printer: Printer = {
    ...usual, ...keys, trim: keys.trim, name: posix.basename(file, '.yaml'), place: { file },
    pdfPage: keys.pdfPage ?? keys.trim,
    condition: conditionOf(keys.condition),
    colorPages: typeof keys.colorPages === 'object' ? pagesByCount(keys.colorPages) : keys.colorPages ?? 'all',
  }
  if (keys.profile !== undefined) printer.profile = posix.join(posix.dirname(file), keys.profile)
  const larger = (a: Size, b: Size) => a.width > b.width || a.height > b.height
  const place = (key: string) => tree.places[key] ?? whole
  if (larger(printer.pdfPage, printer.trim)) diagnostics.push({ id: 'printer/pdf-page', place: place('pdfPage'), params: {} })
  const room = Math.min(printer.pdfPage.width, printer.pdfPage.height) - 2 * printer.margin
  if (room < leastTypeArea) {
    diagnostics.push({ id: 'printer/no-room', place: place('margin'), params: {} })
    return { value: undefined, diagnostics }
  }
  return { value: printer, diagnostics }
}

/** The narrowest type area that a line of type stands in. */
const leastTypeArea = 144

/** What most newspaper presses take (Torstar, NI-Ad, McLaren, MAFRA: tints 5 to 85, X-1a, no bleed, no marks, 240). */
const usual = {
  margin: 36, columns: 4, leading: 12, body: 9.7, bleed: 0, marks: 0, pairs: false,
  pages: { multiple: 4, least: 4, most: 96 },
  inkLimit: 240,
  tints: { lightest: 5, darkest: 85 },
  reversedType: { oneInk: 6, manyInks: 10 },
  thinnestLine: 0.5,
  pixelsPerInch: { least: 150, target: 200, most: 300 },
  standard: 'PDF/X-1a:2003',
  spots: 0,
  officePaper: 'a4',
} satisfies Partial<Printer>

/** registry.color.org/cmyk-registry: IFRA26, offset, newsshade newsprint. A name that no registry has would want a profile. */
const newsprint: Printer['condition'] = {
  identifier: 'IFRA26', info: 'Newspaper, coldset offset on newsprint, ISO 12647-3, tonal value increase 26 %', registry: 'http://www.color.org',
}

function conditionOf(keys: { identifier: string; info: string; registry?: string | undefined } | undefined): Printer['condition'] {
  if (!keys) return newsprint
  const { registry, ...names } = keys
  return registry === undefined ? names : { ...names, registry }
}

function pagesByCount(keys: Record<string, number[]>): Map<number, number[]> {
  return new Map(Object.entries(keys).map(([count, pages]) => [Number(count), pages]))
}
