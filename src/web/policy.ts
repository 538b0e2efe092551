/** What a page may load and do, in the words of Content Security Policy, in the page itself and for a server's headers. */
import type { Scripts } from './scripts.ts'

/**
 * The policy in a page: the site's own styles, fonts and pictures, and the one script that stands in it. `file:` lets it be read
 * straight from disk. `ownScripts` also lets the page load scripts of the site: the search page's index.
 */
export function pagePolicy({ pageHash }: Scripts, { ownScripts = false } = {}): string {
  const scripts = ownScripts ? `${pageHash} 'self' file:` : pageHash
  return join(scripts, ' file:')
}

/** The policy for a server's header, which stands over all pages. */
export function headerPolicy({ pageHash }: Scripts): string {
  return `${join(`'self' ${pageHash}`, '')}; frame-ancestors 'none'; upgrade-insecure-requests`
}

function join(scripts: string, disk: string): string {
  return [
    "default-src 'none'", `script-src ${scripts}`, `style-src 'self'${disk}`, `font-src 'self'${disk}`, `img-src 'self'${disk}`,
    "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'",
  ].join('; ')
}
