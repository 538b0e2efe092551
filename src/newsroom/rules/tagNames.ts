import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { fold } from '../likely.ts'
import { topicOf } from '../topics.ts'
import type { PaperRule } from './rule.ts'

/**
 * A tag that a translation takes over needs a name in its language, or readers meet a foreign word. Told once for each tag and language, where
 * the paper has begun to name its tags: without any, they are words like all others.
 */
export const checkTagNames: PaperRule = ({ paper, stories }) => {
  if (paper.tags.size === 0) return []
  const diagnostics: Diagnostic[] = []
  const told = new Set<string>()
  for (const { articles, original } of stories) {
    const source = articles.get(original)!
    for (const { language, places } of articles.values()) {
      if (language === original || places.tags !== undefined || !paper.languages.includes(language)) continue
      for (const tag of source.tags) {
        const key = topicOf(paper, tag, original)
        const seen = `${language} ${fold(key ?? tag)}`
        if (told.has(seen) || (key !== undefined && paper.tags.get(key)![language] !== undefined)) continue
        told.add(seen)
        const place = source.places.tags ?? { file: source.file }
        const params = { tag, key: key ?? tag, from: original, language }
        diagnostics.push({ id: 'story/tag-without-name', place, params, related: paper.place })
      }
    }
  }
  return diagnostics
}
