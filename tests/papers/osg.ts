/**
 * Lays twelve essays of opensource.guide (CC BY 4.0) out as a bilingual issue in a scratch folder: real copy with the dirt of the
 * wild, HTML and includes, that nobody wrote for this paper.
 *
 *     node tests/papers/osg.ts CORPUS FOLDER
 *
 * reads the pairs `CORPUS/pairs/osg/*` and writes the content folder FOLDER.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'

const sides = [
  { language: 'en', file: 'source.head.md' },
  { language: 'es', file: 'translation.head.md' },
] as const

const paper = `name: { en: Open Source Guides, es: Guías de código abierto }
slogan: { en: Learn how to launch and grow your project, es: Aprenda a lanzar y hacer crecer su proyecto }
publisher: { en: github/opensource.guide, es: github/opensource.guide }
languages: [en, es]
contact: { web: https://opensource.guide }
`

/** The content folder's files, by their paths. */
export function osgIssue(corpus: string): Record<string, string> {
  const pairs = join(corpus, 'pairs', 'osg')
  const slugs = readdirSync(pairs, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  return {
    'paper.yaml': paper,
    'issues/01-01/issue.yaml': `volume: 1\nnumber: 1\ndate: 2026-11-15\npages: 24\nstories:\n${slugs.map((slug) => `  - ${slug}\n`).join('')}`,
    ...Object.fromEntries(slugs.flatMap((slug) => sides.map(({ language, file }) => (
      [`issues/01-01/${slug}/${language}.md`, toStory(readFileSync(join(pairs, slug, file), 'utf8'), language)]
    )))),
  }
}

/** The same text under the front matter of this paper: `description` is the deck, what a site needs is left out. */
function toStory(text: string, language: string): string {
  const [, front = '', body = text] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? []
  const { title, description } = parse(front) as { title?: string; description?: string }
  const keys = { title: plain(title ?? ''), ...description && { deck: plain(description) }, ...language === 'es' && { from: 'en' } }
  return `---\n${stringify(keys, { lineWidth: 0 })}---\n${body}`
}

/** Front matter of that site may hold HTML's names of letters. */
function plain(text: string): string {
  const vowels: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' }
  return text.replace(/&([aeiouAEIOU])acute;/g, (_, vowel: string) => vowels[vowel]!).replaceAll('&ntilde;', 'ñ').replaceAll('&iquest;', '¿')
    .replaceAll('&iexcl;', '¡').replaceAll('&amp;', '&')
}

if (import.meta.main) {
  const [corpus, folder] = process.argv.slice(2)
  if (corpus === undefined || folder === undefined) throw new Error('Say which corpus, and which folder to write.')
  for (const [file, text] of Object.entries(osgIssue(corpus))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
}
