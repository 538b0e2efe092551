/** The archive as a plain Astro site: stories, issues, the archive, topics, a section, feeds, site map. */

const config = {
  default: "import { defineConfig } from 'astro/config'\nexport default defineConfig({ site: 'https://example.org', outDir: 'out', cacheDir: 'cache' })\n",
  remark: `import { defineConfig } from 'astro/config'
import { unified } from '@astrojs/markdown-remark'
export default defineConfig({ site: 'https://example.org', outDir: 'out', cacheDir: 'cache', markdown: { processor: unified() } })
`,
}

const frame = `---
const { lang, title, description } = Astro.props
const other = lang === 'en' ? 'es' : 'en'
const path = Astro.url.pathname
---
<html lang={lang}>
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Red Flag</title>
<meta name="description" content={description}>
<link rel="canonical" href={'https://example.org' + path}>
<link rel="alternate" hreflang={lang} href={'https://example.org' + path}><link rel="alternate" hreflang={other} href={'https://example.org' + path.replace('/' + lang + '/', '/' + other + '/')}>
</head>
<body>
<header><a href={'/' + lang + '/'}>Red Flag</a>
<nav><a href={path.replace('/' + lang + '/', '/' + other + '/')}>{other}</a> <a href={'/' + lang + '/tags/'}>Topics</a> <a href={'/' + lang + '/rubrics/struggle/'}>Struggle</a></nav></header>
<main><slot /></main>
<footer><a href={'/' + lang + '/index.xml'}>RSS</a></footer>
</body>
</html>
`

const paper = `import { getCollection } from 'astro:content'
export const stories = await getCollection('stories')
export const languages = ['en', 'es']
export const start = (story) => story.body.replace(/[*#\\[\\]]|\\(http[^)]*\\)/g, '').trim().slice(0, 180)
export const addressOf = ({ data }) => '/' + data.lang + '/' + data.issue + '/' + data.name + '/'
export function grouped(lang, keysOf) {
  const groups = new Map()
  for (const story of stories) {
    if (story.data.lang !== lang) continue
    for (const key of keysOf(story)) groups.has(key) ? groups.get(key).push(story) : groups.set(key, [story])
  }
  return groups
}
export const issues = Object.fromEntries(languages.map((lang) => [lang, grouped(lang, ({ data }) => [data.issue])]))
export const topics = Object.fromEntries(languages.map((lang) => [lang, grouped(lang, ({ data }) => data.tags)]))
`

const list = `---
import { addressOf, start } from '#paper'
const { stories } = Astro.props
---
<ul>{stories.map((story) => <li><h2><a href={addressOf(story)}>{story.data.title}</a></h2><p>{start(story)}</p></li>)}</ul>
`

const listPage = (groups: string, param: string, up: string): string => `---
import Frame from '${up}layouts/Frame.astro'
import List from '${up}components/List.astro'
import { ${groups}, languages } from '#paper'
export function getStaticPaths() {
  return languages.flatMap((lang) => [...${groups}[lang]].map(([name, stories]) => ({ params: { lang, ${param}: name }, props: { lang, name, stories } })))
}
const { lang, name, stories } = Astro.props
---
<Frame lang={lang} title={name} description={name}><h1>{name}</h1><List stories={stories} /></Frame>
`

/** The files of a project with Astro's default processor, or with remark and rehype. */
export function astroFiles(processor: 'default' | 'remark'): Record<string, string> {
  return {
    'package.json': '{ "type": "module", "imports": { "#paper": "./src/paper.js" } }\n',
    'astro.config.mjs': config[processor],
    'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
const stories = defineCollection({
  loader: glob({ pattern: '**/*.md', base: 'content', generateId: ({ entry }) => entry }),
  schema: z.object({ title: z.string(), lang: z.string(), issue: z.string(), date: z.coerce.date(), tags: z.array(z.string()), slug: z.string() })
    .transform(({ slug, ...data }) => ({ ...data, name: slug })),
})
export const collections = { stories }
`,
    'src/paper.js': paper,
    'src/layouts/Frame.astro': frame,
    'src/components/List.astro': list,
    'src/pages/[lang]/[issue]/[name].astro': `---
import { render } from 'astro:content'
import Frame from '../../../layouts/Frame.astro'
import { addressOf, issues, start, stories } from '#paper'
export function getStaticPaths() {
  return stories.map((story) => ({ params: { lang: story.data.lang, issue: story.data.issue, name: story.data.name }, props: { story } }))
}
const { story } = Astro.props
const { lang, issue, title, date, tags } = story.data
const { Content } = await render(story)
const row = issues[lang].get(issue)
const at = row.indexOf(story)
const [previous, next] = [row[at - 1], row[at + 1]]
---
<Frame lang={lang} title={title} description={start(story)}>
<article><h1>{title}</h1>
<p><time datetime={date.toISOString().slice(0, 10)}>{date.toISOString().slice(0, 10)}</time> <a href={'/' + lang + '/' + issue + '/'}>{issue}</a></p>
<Content />
<p>{tags.map((tag) => <a href={'/' + lang + '/tags/' + tag + '/'}>{tag}</a>)}</p></article>
<nav>{previous && <a rel="prev" href={addressOf(previous)}>{previous.data.title}</a>} {next && <a rel="next" href={addressOf(next)}>{next.data.title}</a>}</nav>
</Frame>
`,
    'src/pages/[lang]/[issue]/index.astro': listPage('issues', 'issue', '../../../'),
    'src/pages/[lang]/tags/[tag].astro': listPage('topics', 'tag', '../../../'),
    'src/pages/[lang]/tags/index.astro': `---
import Frame from '../../../layouts/Frame.astro'
import { languages, topics } from '#paper'
export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }))
const { lang } = Astro.params
---
<Frame lang={lang} title="Topics" description="Topics"><ul>{[...topics[lang]].map(([name, all]) => <li><a href={'/' + lang + '/tags/' + name + '/'}>{name}</a> {all.length}</li>)}</ul></Frame>
`,
    'src/pages/[lang]/rubrics/struggle.astro': `---
import Frame from '../../../layouts/Frame.astro'
import List from '../../../components/List.astro'
import { languages, stories } from '#paper'
export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }))
const { lang } = Astro.params
---
<Frame lang={lang} title="Struggle" description="Struggle"><h1>Struggle</h1><List stories={stories.filter(({ data }) => data.lang === lang)} /></Frame>
`,
    'src/pages/[lang]/index.astro': `---
import Frame from '../../layouts/Frame.astro'
import { issues, languages } from '#paper'
export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }))
const { lang } = Astro.params
---
<Frame lang={lang} title="Archive" description="Archive"><ul>{[...issues[lang]].reverse().map(([name, all]) => <li><h2><a href={'/' + lang + '/' + name + '/'}>{name}</a></h2><ul>{all.slice(0, 4).map(({ data }) => <li>{data.title}</li>)}</ul></li>)}</ul></Frame>
`,
    'src/pages/[lang]/index.xml.js': `import { addressOf, languages, start, stories } from '#paper'
export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }))
export const GET = ({ params }) => new Response('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Red Flag</title>'
  + stories.filter(({ data }) => data.lang === params.lang).slice(-60).map((story) => (
    '<item><title>' + story.data.title + '</title><link>https://example.org' + addressOf(story) + '</link><description>' + start(story) + '</description></item>'
  )).join('') + '</channel></rss>')
`,
    'src/pages/sitemap.xml.js': `import { addressOf, stories } from '#paper'
export const GET = () => new Response('<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
  + stories.map((story) => '<url><loc>https://example.org' + addressOf(story) + '</loc></url>').join('') + '</urlset>')
`,
  }
}
