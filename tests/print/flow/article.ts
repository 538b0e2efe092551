/** Articles for tests of print, parsed by the newsroom's own parser from Markdown in the test. */
import type { Article } from '../../../src/newsroom/article.ts'
import { parseDraft } from '../../../src/newsroom/readStory.ts'

/** An article from a story file's text; every picture that it names counts as found. */
export function articleOf(text: string, slug = 'strike', language = 'en'): Article {
  const folder = `issues/17-01/${slug}`
  const { value, diagnostics } = parseDraft(text, { file: `${folder}/${language}.md`, folder, language, findPicture: () => ({ state: 'found' }) })
  const broken = diagnostics.filter(({ id }) => id.startsWith('yaml/') || id.startsWith('frontmatter/'))
  if (broken.length > 0) throw new Error(`The test's copy is broken: ${JSON.stringify(broken)}`)
  return { ...value, kind: value.kind ?? 'article', title: value.title ?? slug, bylines: value.bylines ?? [], tags: value.tags ?? [] }
}

/** A story file: front matter keys, then the body. */
export function storyText(body: string, keys = 'title: The strike'): string {
  return `---\n${keys}\n---\n\n${body}\n`
}
