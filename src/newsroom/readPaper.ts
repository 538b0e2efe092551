import { z } from 'zod'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import { isLanguage } from '../languages/names.ts'
import type { Language } from '../languages/language.ts'
import { misspeltYaml } from './folders.ts'
import { designs, gates, spotOf, type Accent, type DesignName, type LocalText, type Paper } from './paper.ts'
import { likelyOf } from './likely.ts'
import { allProductNames } from './products.ts'
import { readPrinters, usualPrinter, type Printers } from './readPrinters.ts'
import { checkShape, flag, oneOf, words } from './shape.ts'
import { readTextFile } from './textFile.ts'
import { parseYaml } from './yamlText.ts'

const file = 'paper.yaml'

/** One text for all languages, or a text by language. */
const localText = z.union([words.transform(text => ({ '*': text })), z.record(z.string(), words)], 'yaml/not-text')

const accent = z.strictObject({
  name: words.optional(),
  cmyk: z.array(z.string().regex(/^(?:100|\d{1,2})(?:\.\d+)?$/, 'paper/color').transform(Number)).length(4, 'paper/color').optional(),
  rgb: z.string().regex(/^#[0-9a-f]{6}$/i, 'paper/color').optional(),
  spot: flag.optional(),
}, { error: issue => (issue.code === 'unrecognized_keys' ? 'yaml/unknown-key' : 'yaml/not-group') })

const contact = z.partialRecord(z.enum(['email', 'phone', 'post', 'web', 'note'], 'yaml/unknown-key'), localText, 'yaml/not-group')

const gate = z.enum(gates, 'paper/unknown-gate')
const gateShape = z.partialRecord(
  z.enum(['press', 'site'], 'yaml/unknown-key'), z.partialRecord(z.enum(['lead', 'others'], 'yaml/unknown-key'), gate, 'yaml/not-group'), 'yaml/not-group',
)

const url = z.string('yaml/not-text').transform((text, context): string => {
  const [base = ''] = text.split(/[?#]/)
  const isAddress = /^https?:\/\/[^\s/]/i.test(base) && URL.canParse(base)
  if (isAddress && base === text) return text
  context.issues.push({ code: 'custom', input: text, message: 'paper/url', params: { value: text, likely: isAddress ? base : '' } })
  return z.NEVER
})

const language = z.string('yaml/not-text').transform((text, context): Language => {
  if (isLanguage(text)) return text
  context.issues.push({ code: 'custom', input: text, message: 'paper/language', params: { value: text } })
  return z.NEVER
})

const shape = {
  name: localText,
  slogan: localText,
  publisher: localText,
  languages: z.array(language, 'yaml/not-list'),
  url,
  color: accent,
  sections: z.record(z.string(), localText, 'yaml/not-group'),
  series: z.record(z.string(), localText, 'yaml/not-group'),
  tags: z.record(z.string(), localText, 'yaml/not-group'),
  contact,
  design: words,
  printer: words,
  products: z.array(oneOf(allProductNames, 'products/unknown'), 'yaml/not-list'),
  gates: gateShape,
}

/** Ink of a paper that names no colour. */
const black: Accent = { name: 'Black', cmyk: [0, 0, 0, 100], rgb: '#000000', spot: false }

/**
 * Reads paper.yaml. Everything is optional but the name; a paper without `languages` has those of its name.
 * @param found languages of the files that there are, for a paper that names none anywhere
 */
export function readPaper(root: string, found: Language[] = []): Outcome<Paper> {
  const { value: printers, diagnostics: wrong } = readPrinters(root)
  const text = readTextFile(root, file)
  if (text.value === undefined) {
    const isMissing = text.diagnostics[0]?.id === 'file/missing'
    const diagnostics: Diagnostic[] = isMissing ? [{ id: 'paper/missing', place: { file }, params: { likely: misspeltYaml(root, file) } }] : text.diagnostics
    return { value: paperOf({}, [], found, printers!), diagnostics: [...diagnostics, ...wrong] }
  }
  const tree = parseYaml(text.value, file)
  const checked = checkShape(shape, tree.data, { places: tree.places, path: '', whole: { file } })
  const languages = [...new Set(checked.value.languages ?? [])]
  const diagnostics = [...text.diagnostics, ...tree.diagnostics, ...checked.diagnostics, ...wrong]
  if ((tree.data.name ?? '') === '') {
    diagnostics.push({ id: 'paper/missing-name', place: tree.places.name ?? { file, start: { line: 1, column: 1 } }, params: {} })
  }
  const { printer } = checked.value
  if (printer !== undefined && !printers!.names.includes(printer)) {
    const params = { printer, likely: likelyOf(printer, printers!.names) ?? '', known: printers!.names.join(', ') }
    diagnostics.push({ id: 'paper/unknown-printer', place: tree.places.printer ?? { file }, params })
  }
  const { design } = checked.value
  if (design !== undefined && !isDesign(design)) {
    const params = { value: design, likely: likelyOf(design, designs) ?? '', known: designs.join(', ') }
    diagnostics.push({ id: 'paper/unknown-design', place: tree.places.design ?? { file }, params })
  }
  const paper = paperOf(checked.value, languages, found, printers!)
  if (paper.color.spot && spotOf(paper) === undefined) {
    diagnostics.push({ id: 'paper/no-spot', place: tree.places['color.spot'] ?? { file }, params: { printer: paper.printer.name, ink: paper.color.name } })
  }
  return { value: paper, diagnostics }
}

function isDesign(name: string | undefined): name is DesignName {
  return designs.some((design) => design === name)
}

type PaperKeys = ReturnType<typeof checkShape<typeof shape>>['value']

function paperOf(keys: PaperKeys, listed: Language[], found: Language[], printers: Printers): Paper {
  const ofName = Object.keys(keys.name ?? {}).filter(isLanguage)
  const languages = listed.length > 0 ? listed : ofName.length > 0 ? ofName : found.length > 0 ? found : ['en']
  const everywhere = (text: Record<string, string> | undefined): LocalText => spread(text, languages)
  const named = (group: PaperKeys['sections']) => new Map(Object.entries(group ?? {}).map(([key, text]) => [key, everywhere(text)]))
  const paper: Paper = {
    name: everywhere(keys.name),
    slogan: everywhere(keys.slogan),
    publisher: everywhere(keys.publisher),
    languages,
    color: accentOf(keys.color),
    design: isDesign(keys.design) ? keys.design : designs[0],
    sections: named(keys.sections),
    series: named(keys.series),
    tags: named(keys.tags),
    contact: Object.fromEntries(Object.entries(keys.contact ?? {}).map(([way, text]) => [way, text['*'] ?? text])),
    printer: printers.get(keys.printer ?? usualPrinter) ?? printers.get(usualPrinter)!,
    gates: (keys.gates ?? {}) as Paper['gates'],
    place: { file },
  }
  if (keys.url !== undefined) paper.url = keys.url
  if (keys.products !== undefined) paper.products = keys.products
  return paper
}

function accentOf(color: PaperKeys['color']): Accent {
  if (!color) return { ...black }
  const [cyan, magenta, yellow, key] = color.cmyk ?? black.cmyk
  const cmyk: Accent['cmyk'] = [cyan ?? 0, magenta ?? 0, yellow ?? 0, key ?? 0]
  return { name: color.name ?? 'Accent', cmyk, rgb: color.rgb ?? screenColor(cmyk), spot: color.spot ?? false }
}

/** The plain conversion of process inks to screen light, for a colour that names only its inks. */
function screenColor([cyan, magenta, yellow, black]: Accent['cmyk']): string {
  const light = [cyan, magenta, yellow].map(ink => Math.round(255 * (1 - ink / 100) * (1 - black / 100)))
  return `#${light.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

function spread(text: Record<string, string> | undefined, languages: Language[]): LocalText {
  if (!text) return {}
  const { '*': same, ...local } = text
  return same === undefined ? local : Object.fromEntries(languages.map(language => [language, same]))
}
