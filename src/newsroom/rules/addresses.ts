import { posix } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { PaperRule } from './rule.ts'

/** Addresses that the site itself uses beside the pages. */
const reserved = ['archive', 'stories', 'letters', 'sections', 'tags', 'leaflets', 'pamphlets', 'downloads', '404']

/** No two stories may have the same address; a page may not take an address that the site or an issue has. */
export const checkAddresses: PaperRule = ({ stories, issues }) => {
  const diagnostics: Diagnostic[] = []
  const taken = new Map<string, string>([...reserved, ...issues.map(issue => issue.name)].map(name => [name, '']))
  for (const { folder, slug } of stories) {
    const parent = posix.dirname(folder)
    const address = parent === 'pages' ? slug : `${parent.replace(/^issues\//, '')}/${slug}`
    const other = taken.get(address)
    if (other !== undefined) {
      const related = other === '' ? {} : { related: { file: other } }
      diagnostics.push({ id: 'folder/same-address', place: { file: folder }, params: { slug, other }, ...related })
    } else taken.set(address, folder)
  }
  return diagnostics
}
