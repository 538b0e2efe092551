/** The standard that the printer asks for is named in the file, and the file's version is not newer than it. */
import { standardOf } from '../metadata.ts'
import type { Finding, PdfRule } from './rule.ts'

/** The latest version of PDF that a standard knows. */
const latest: Record<string, string> = { 'PDF/X-1a:2001': '1.3', 'PDF/X-1a:2003': '1.4', 'PDF/X-4': '1.6' }

export const standard: PdfRule = (file, limits) => {
  const said = standardOf(file)
  const label: Finding[] = limits.standard && said !== limits.standard
    ? [{ id: 'preflight/standard', params: { wanted: limits.standard, said: said ?? '–' } }] : []
  const newest = latest[said ?? limits.standard ?? '']
  const version: Finding[] = newest !== undefined && file.version > newest
    ? [{ id: 'preflight/version', params: { version: file.version, newest, standard: (said ?? limits.standard)! } }] : []
  return [...label, ...version]
}
