/** Parcels as PO files. Source of the format: GNU gettext manual, "The Format of PO Files". */
import type { Parcel, Returned } from './unit.ts'

export function formatPo({ file, from, into, units }: Parcel): string {
  const head = [
    'msgid ""', 'msgstr ""', `"Language: ${into}\\n"`, `"X-Source-Language: ${from}\\n"`, '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=UTF-8\\n"', '"Content-Transfer-Encoding: 8bit\\n"',
  ].join('\n')
  const entries = units.map(({ id, source, target, oldSource, isDone }) => [
    `#: ${file}`,
    ...(target !== '' && !isDone ? ['#, fuzzy'] : []),
    ...(oldSource === '' ? [] : [`#| msgid ${quoted(oldSource)}`]),
    `msgctxt ${quoted(id)}`, `msgid ${quoted(source)}`, `msgstr ${quoted(target)}`,
  ].join('\n'))
  return `${[head, ...entries].join('\n\n')}\n`
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"`
}

/** Texts of a PO file, whoever wrapped its lines. Entries that are fuzzy or obsolete are not finished. */
export function parsePo(po: string): Returned {
  const returned: Returned = new Map()
  for (const entry of po.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/)) {
    const lines = entry.split('\n').filter((line) => !line.startsWith('#~'))
    if (lines.some((line) => /^#,.*\bfuzzy\b/.test(line))) continue
    const [id, text] = [fieldOf(lines, 'msgctxt'), fieldOf(lines, 'msgstr')]
    if (id !== '' && text !== '') returned.set(id, text)
  }
  return returned
}

function fieldOf(lines: string[], name: string): string {
  const first = lines.findIndex((line) => line.startsWith(`${name} "`))
  if (first < 0) return ''
  const after = lines.slice(first + 1)
  const end = after.findIndex((line) => !line.startsWith('"'))
  const parts = [lines[first]!.slice(name.length + 1), ...after.slice(0, end < 0 ? after.length : end)]
  return parts.map((part) => part.trim().replace(/^"|"$/g, '')).join('')
    .replace(/\\(.)/g, (_, mark: string) => ({ n: ' ', t: ' ', r: ' ' })[mark] ?? mark).trim()
}
