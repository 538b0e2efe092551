import { posix } from 'node:path'
import type { Link } from 'mdast'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Article } from '../article.ts'
import { placeOfNode } from '../copy.ts'
import { gistOf } from '../gist.ts'
import { isSameIssue } from '../issueName.ts'
import { likelyOf } from '../likely.ts'
import type { Story } from '../story.ts'
import type { PaperRule } from './rule.ts'

/** A link to another story must find it, in the reader's language. Spells the issue's folder as it is spelled: `17-1` → `17-01`. */
export const checkCrossReferences: PaperRule = ({ stories, issues }) => {
  const byFolder = new Map(stories.map(story => [story.folder, story]))
  const spelled = (folder: string): string => {
    const [parent, name, slug] = folder.split('/')
    const issue = parent === 'issues' ? issues.find(issue => isSameIssue(issue.name, name!)) : undefined
    return issue ? posix.join(issue.folder, slug!) : folder
  }
  const diagnostics: Diagnostic[] = []
  for (const story of stories) {
    for (const article of story.articles.values()) {
      for (const link of gistOf(article.body).links) {
        const reference = link.data?.crossReference
        if (!reference) continue
        if (!byFolder.has(reference.folder)) reference.folder = spelled(reference.folder)
        diagnostics.push(...checkReference(link, article, byFolder))
      }
    }
  }
  return diagnostics
}

function checkReference(link: Link, article: Article, byFolder: Map<string, Story>): Diagnostic[] {
  const folder = link.data!.crossReference!.folder
  const place = placeOfNode(link, article.file)
  const target = byFolder.get(folder)
  if (!target) {
    const neighbours = [...byFolder.keys()].filter(other => posix.dirname(other) === posix.dirname(folder))
    const near = likelyOf(posix.basename(folder), neighbours.map(other => posix.basename(other)))
    const likely = near === undefined ? '' : posix.relative(posix.dirname(article.file), posix.join(posix.dirname(folder), near))
    return [{ id: 'link/unknown-story', place, params: { url: link.url.slice(0, 200), likely } }]
  }
  if (target.articles.has(article.language)) return []
  return [{ id: 'link/not-translated', place, params: { url: link.url.slice(0, 200), language: article.language }, related: { file: folder } }]
}
