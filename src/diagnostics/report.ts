/** Diagnostics as an editor, an editor's program or a forge reads them. */
import { styleText } from 'node:util'
import type { Language } from '../languages/language.ts'
import { translatorFor } from '../languages/translator.ts'
import { catalogue, type Severity } from './catalogue.ts'
import type { Diagnostic, Place } from './diagnostic.ts'
import { describe, formatPlace } from './words.ts'

/** human: three lines a finding. short: one line. json: the contract's document. github: annotations of a pull request. */
export type Format = 'human' | 'short' | 'json' | 'github'

/** How diagnostics are to be shown. */
export interface ReportOptions {
  format: Format
  /** Language of the reader. */
  language: Language
  /** The content folder as the reader named it; put before every file. */
  contentFolder: string
  /** Marks errors and warnings with the terminal's colours. Default false. */
  color?: boolean
}

/** How many findings of each severity there are. */
export interface Count {
  errors: number
  warnings: number
  hints: number
}

/** Counts findings; the same finding twice counts once. */
export function countDiagnostics(diagnostics: Diagnostic[]): Count {
  const count: Count = { errors: 0, warnings: 0, hints: 0 }
  for (const { id } of sortDiagnostics(diagnostics)) count[`${catalogue[id]}s`]++
  return count
}

/** Whether nothing among them keeps the copy from being published. */
export function isPublishable(diagnostics: Diagnostic[]): boolean {
  return diagnostics.every(({ id }) => catalogue[id] !== 'error')
}

/** By file, line and column; the same finding at the same place only once. */
export function sortDiagnostics(diagnostics: Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  const once = diagnostics.filter(({ id, place, params }) => {
    const key = JSON.stringify([id, place.file, place.start, params])
    return !seen.has(key) && seen.add(key)
  })
  return once.sort((a, b) =>
    order(a.place.file, b.place.file)
    || (a.place.start?.line ?? 0) - (b.place.start?.line ?? 0)
    || (a.place.start?.column ?? 0) - (b.place.start?.column ?? 0)
    || order(a.id, b.id))
}

/** All findings as one text, sorted, each once, with a line end at its end; '' when there is nothing to say (json always says). */
export function formatDiagnostics(diagnostics: Diagnostic[], options: ReportOptions): string {
  const sorted = sortDiagnostics(diagnostics)
  if (options.format === 'json') return formatJson(sorted, options)
  const formatOne = { human: formatHuman, short: formatShort, github: formatGithub }[options.format]
  return sorted.map(diagnostic => `${formatOne(diagnostic, options)}\n`).join('')
}

/** The last line of a report: `✖ 2 errors, ⚠ 1 warning.`, or that nothing is wrong. */
export function formatSummary(diagnostics: Diagnostic[], language: Language): string {
  const t = translatorFor(language)
  const { errors, warnings, hints } = countDiagnostics(diagnostics)
  const counts = [
    ...(errors > 0 ? [`✖ ${t('report.errors', { count: errors })}`] : []),
    ...(warnings > 0 ? [`⚠ ${t('report.warnings', { count: warnings })}`] : []),
    ...(hints > 0 ? [`· ${t('report.hints', { count: hints })}`] : []),
  ]
  return counts.length === 0 ? `✔ ${t('report.nothing')}` : `${counts.join(', ')}.`
}

function formatHuman(diagnostic: Diagnostic, options: ReportOptions): string {
  const t = translatorFor(options.language)
  const { message, fix } = describeFor(diagnostic, options)
  const severity = catalogue[diagnostic.id]
  const place = formatPlace(inFolder(diagnostic.place, options))
  return [
    [paint(place, 'bold', options), paint(t(`report.${severity}`), colors[severity], options), message].join('  '),
    `    ${t('report.fix')} ${fix}`,
    `    ${paint(`[${diagnostic.id}]`, 'dim', options)}`,
  ].join('\n')
}

function formatShort(diagnostic: Diagnostic, options: ReportOptions): string {
  const { message } = describeFor(diagnostic, options)
  const severity = translatorFor(options.language)(`report.${catalogue[diagnostic.id]}`)
  return `${formatPlace(inFolder(diagnostic.place, options))} ${severity} ${message} [${diagnostic.id}]`
}

/** Workflow commands; source: GitHub's documentation, "Workflow commands for GitHub Actions". */
function formatGithub(diagnostic: Diagnostic, options: ReportOptions): string {
  const { message, fix } = describeFor(diagnostic, options)
  const { file, start } = inFolder(diagnostic.place, options)
  const command = { error: 'error', warning: 'warning', hint: 'notice' }[catalogue[diagnostic.id]]
  const where = start ? `,line=${start.line},col=${start.column}` : ''
  const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::${command} file=${property(file)}${where},title=${property(diagnostic.id)}::${escaped(`${message} ${fix}`)}`
}

function formatJson(sorted: Diagnostic[], options: ReportOptions): string {
  const { errors, warnings, hints } = countDiagnostics(sorted)
  const diagnostics = sorted.map(diagnostic => {
    const { file, start } = inFolder(diagnostic.place, options)
    const { message, fix } = describeFor(diagnostic, options)
    const severity: Severity = catalogue[diagnostic.id]
    return { id: diagnostic.id, severity, file, line: start?.line ?? 1, column: start?.column ?? 1, message, fix }
  })
  return `${JSON.stringify({ diagnostics, summary: { errors, warnings, hints } }, null, 2)}\n`
}

function describeFor(diagnostic: Diagnostic, options: ReportOptions): ReturnType<typeof describe> {
  return describe(diagnostic, options.language, place => formatPlace(inFolder(place, options)))
}

function inFolder(place: Place, { contentFolder }: ReportOptions): Place {
  const folder = contentFolder.replaceAll('\\', '/').replace(/\/+$/, '')
  const file = place.file === '.' ? folder : folder === '.' || folder === '' ? place.file : `${folder}/${place.file}`
  return { ...place, file }
}

const colors = { error: 'red', warning: 'yellow', hint: 'cyan' } as const

function paint(text: string, style: 'bold' | 'dim' | 'red' | 'yellow' | 'cyan', { color }: ReportOptions): string {
  return color ? styleText(style, text, { validateStream: false }) : text
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
