import { posix } from 'node:path'
import type { Link, Nodes, Parents } from 'mdast'
import { report, type Copy } from '../copy.ts'

/** What a reader's browser would run instead of opening. */
const dangerous = /^(?:javascript|data|vbscript|file|blob|filesystem|view-source|about|jar|livescript|mocha):/i

/**
 * Checks every link. `http`, `https`, `mailto` and places in the same story stay; a link to another story's folder gets its
 * cross reference; every other link becomes its text, with an error or a warning.
 */
export function checkLinks(copy: Copy): void {
  checkWithin(copy, copy.tree)
}

function checkWithin(copy: Copy, parent: Parents): void {
  parent.children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if ('children' in child) checkWithin(copy, child)
    return child.type !== 'link' || isGood(copy, child) ? [child] : child.children
  }) as typeof parent.children
}

function isGood(copy: Copy, link: Link): boolean {
  // Browsers skip control characters and white space inside a scheme, and take backslashes for slashes.
  const url = link.url.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g, '')
  const bare = decoded(url)
  const params = { url: link.url.trim().slice(0, 200) }
  if (dangerous.test(url) || dangerous.test(bare)) {
    report(copy, 'link/dangerous', link, params)
    return false
  }
  if (/^(?:https?:\/\/[^/\\]|mailto:.)/i.test(url)) {
    link.url = link.url.trim()
    return true
  }
  if (url === '') {
    report(copy, 'link/empty', link)
    return false
  }
  if (url.startsWith('#') && url.length > 1) return true
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || /^[/\\]{2}/.test(url)) {
    report(copy, 'link/scheme', link, params)
    return false
  }
  const folder = storyFolder(bare, copy.folder)
  if (folder === undefined) {
    report(copy, 'link/dead', link, params)
    return false
  }
  link.data = { ...link.data, crossReference: { folder } }
  return true
}

/** The story's folder that a relative link names, from the folder of the story in which it stands. */
function storyFolder(url: string, from: string): string | undefined {
  const path = url.replace(/[?#].*$/, '').replaceAll('\\', '/')
  if (path.startsWith('/')) return undefined
  const folder = posix.join(from, path).replace(/\/(?:[a-z]{2,3}(?:-[a-z0-9]+)*\.md)?$/i, '')
  return /^(?:issues\/[^/]+|leaflets|pamphlets|pages)\/[^/.][^/]*$/.test(folder) ? folder : undefined
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
