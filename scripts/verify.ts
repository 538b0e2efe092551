/** `npm run verify -- [FOLDER] [OTHER]`: whether files are those whose sums were written down, and where two folders differ. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { isPublishable } from '../src/diagnostics/report.ts'
import { differenceOf } from '../src/print/preflight/compare.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'

/** The command `verify`. */
export const verify: Command = {
  name: 'verify',
  run: (call) => {
    const [folder = call.out, other] = call.words
    for (const each of [folder, ...other === undefined ? [] : [other]]) {
      if (!existsSync(each) || !statSync(each).isDirectory()) throw new WrongCall(call.t('command.verify.noFolder', { folder: each }))
    }
    const { found, files } = other === undefined ? checkSums(folder, call) : compareFolders(folder, other, call)
    if (found.length > 0 || call.format === 'json') call.report(found, '.')
    const key = other === undefined ? 'command.verify.good' : 'command.verify.same'
    if (found.length === 0 && !call.quiet && call.format !== 'json') call.print(`${call.t(key, { folder, other: other ?? '', files })}\n`)
    return isPublishable(found)
  },
}

const listName = 'SHA256SUMS'

interface Verified {
  found: Diagnostic[]
  /** How many files were looked at. */
  files: number
}

/** Every list of sums in the folder and below, and the PDFs beside it. */
function checkSums(folder: string, call: Call): Verified {
  const lists = filesIn(folder).filter((file) => posix.basename(file) === listName)
  if (lists.length === 0) return { found: [{ id: 'verify/no-sums', place: { file: folder }, params: {} }], files: 0 }
  const found: Diagnostic[] = []
  let files = 0
  for (const list of lists) {
    call.progress(call.t('command.preflight.looking', { file: join(folder, list) }))
    const sums = parseSums(readFileSync(join(folder, list), 'utf8'))
    for (const number of sums.wrong) found.push({ id: 'verify/wrong-sum', place: { file: join(folder, list), start: { line: number, column: 1 } }, params: { number } })
    for (const [name, sum] of sums.known) {
      const file = join(folder, dirname(list), name)
      files++
      if (!existsSync(file)) found.push({ id: 'verify/missing', place: { file }, params: {} })
      else if (createHash('sha256').update(readFileSync(file)).digest('hex') !== sum) found.push({ id: 'verify/changed', place: { file }, params: {} })
    }
    const beside = readdirSync(join(folder, dirname(list))).filter((name) => name.endsWith('.pdf') && !sums.known.has(name))
    for (const name of beside.sort()) found.push({ id: 'verify/unlisted', place: { file: join(folder, dirname(list), name) }, params: {} })
  }
  return { found, files }
}

/** Lines as sha256sum writes them; numbers of lines that are none. Names never lead out of the list's own folder. */
function parseSums(text: string): { known: Map<string, string>; wrong: number[] } {
  const known = new Map<string, string>()
  const wrong: number[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const [, sum, name] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/i.exec(line) ?? []
    if (sum !== undefined && name !== undefined && name !== '..') known.set(name, sum.toLowerCase())
    else if (line.trim() !== '') wrong.push(i + 1)
  }
  return { known, wrong }
}

/** Files that are only in one of two folders, and those that differ, with the first difference. */
function compareFolders(folder: string, other: string, call: Call): Verified {
  const [ours, theirs] = [filesIn(folder), filesIn(other)]
  const onlyIn = (place: string, without: string, some: string[], rest: string[]): Diagnostic[] => {
    const known = new Set(rest)
    return some.filter((file) => !known.has(file)).map((file) => ({ id: 'verify/only-in-one', place: { file: join(place, file) }, params: { other: without } }))
  }
  const both = new Set(theirs)
  const differing = ours.filter((file) => both.has(file)).flatMap((file): Diagnostic[] => {
    const difference = differenceOf(readFileSync(join(folder, file)), readFileSync(join(other, file)))
    return difference ? [{ id: 'verify/differs', place: { file: join(folder, file) }, params: { where: whereOf(difference, call) } }] : []
  })
  return { found: [...differing, ...onlyIn(folder, other, ours, theirs), ...onlyIn(other, folder, theirs, ours)], files: ours.length }
}

function whereOf({ byte, page, object, line }: NonNullable<ReturnType<typeof differenceOf>>, { t }: Call): string {
  if (page !== undefined) return t('command.verify.page', { page, byte })
  if (object) return t('command.verify.object', { object: object.number, kind: object.kind, byte })
  return line === undefined ? t('command.verify.byte', { byte }) : t('command.verify.line', { line, byte })
}

/** Paths of all files below a folder, with forward slashes, in order. */
function filesIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return all.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/')).sort()
}

if (import.meta.main) await runCommand(verify)
