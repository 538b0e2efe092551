/** Where a build may put a paper: the folder is replaced whole, so nothing that anybody else wrote may lie in it. */
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { isLanguage } from '../src/languages/names.ts'
import { WrongCall, type Call } from './commandLine.ts'

/** What commands leave at the top of an output folder, beside a folder for each language. */
const ours = [
  '404.html', '_headers', 'assets', 'downloads', 'hosting', 'index.html', 'pictures', 'search', 'sitemap.xml', 'sw.js', 'translations',
]

/** What systems leave in any folder that somebody looked into. */
const littleThings = ['.DS_Store', 'Thumbs.db', 'desktop.ini']

/** Folders of the copy in which every folder is read. */
const read = ['issues', 'leaflets', 'pamphlets', 'pages', 'printers']

/** @throws WrongCall where the output folder holds the copy, lies among its stories, is no folder or holds what no command made. */
export function checkOutFolder({ content, out, t }: Pick<Call, 'content' | 'out' | 't'>): void {
  const target = truePath(out)
  const copy = truePath(content)
  if (isWithin(copy, target)) throw new WrongCall(t('command.out.holdsCopy', { folder: out, content }))
  if (read.some((name) => isWithin(target, join(copy, name)))) throw new WrongCall(t('command.out.inCopy', { folder: out, content }))
  const stat = statSync(target, { throwIfNoEntry: false })
  if (stat === undefined) return
  if (!stat.isDirectory()) throw new WrongCall(t('command.out.noFolder', { folder: out }))
  const stranger = readdirSync(target, { withFileTypes: true }).find((each) => (
    !ours.includes(each.name) && !littleThings.includes(each.name) && !(each.isDirectory() && isLanguage(each.name))
  ))
  if (stranger) throw new WrongCall(t('command.out.stranger', { folder: out, name: stranger.name }))
}

/** Whether a folder is another or lies in it, both as `truePath` answers them. */
function isWithin(folder: string, other: string): boolean {
  return folder === other || folder.startsWith(other.endsWith(sep) ? other : `${other}${sep}`)
}

/** An absolute path behind all links, also of what is not there yet. */
function truePath(path: string): string {
  const absolute = resolve(path)
  try {
    return realpathSync(absolute)
  } catch {
    const parent = dirname(absolute)
    return parent === absolute ? absolute : join(truePath(parent), basename(absolute))
  }
}
