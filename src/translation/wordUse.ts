/** Which words of the interface the program asks for: one that is asked for and not there, or there and never asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '../languages/translator.ts'
import type { InterfaceStatus } from './status.ts'

const pluralForm = /_(?:zero|one|two|few|many|other)$/

/**
 * Findings about the words of English, which has them all.
 * @param code the program's own texts: keys stand there whole, `'web.note'`, or begun, `` `web.nav.${name}` ``
 */
export function checkUse(english: Words, code: readonly string[]): InterfaceStatus[] {
  const defined = new Set(Object.keys(english).map((key) => key.replace(pluralForm, '')))
  const named = new Set<string>()
  const begun = new Set<string>()
  const asked = new Set<string>()
  for (const text of code) {
    for (const [, key] of text.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)) named.add(key!)
    for (const [, start] of text.matchAll(/`([\w-]+\.(?:[\w-]+\.)*[\w-]*)\$\{/g)) begun.add(start!)
    for (const [, key] of text.matchAll(/\bt\(\s*'([\w-]+(?:\.[\w-]+)+)'/g)) asked.add(key!)
  }
  const isAskedFor = (key: string): boolean => named.has(key) || [...begun].some((start) => key.startsWith(start))
  return [
    ...[...asked].filter((key) => !defined.has(key)).sort().map((key): InterfaceStatus => ({ language: 'en', key, state: 'undefined' })),
    ...[...defined].filter((key) => !isAskedFor(key)).sort().map((key): InterfaceStatus => ({ language: 'en', key, state: 'unused' })),
  ]
}

/** The program's own texts. */
export function programTexts(): string[] {
  const root = join(import.meta.dirname, '../..')
  return ['src', 'scripts'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')))
}
