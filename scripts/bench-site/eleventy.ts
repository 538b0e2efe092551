/** The archive as an Eleventy site: stories, issues, the archive, topics, a section, feeds, site map. */

const config = `export default function (eleventy) {
  for (const language of ['en', 'es']) {
    const own = (api) => api.getFilteredByGlob('content/' + language + '/**/*.md')
    const grouped = (all, keyOf) => {
      const groups = new Map()
      for (const page of all) for (const key of keyOf(page)) groups.set(key, [...(groups.get(key) ?? []), page])
      return [...groups].map(([name, pages]) => ({ name, pages }))
    }
    eleventy.addCollection('stories_' + language, own)
    eleventy.addCollection('issues_' + language, (api) => grouped(own(api), (page) => [page.data.issue]).reverse())
    eleventy.addCollection('topics_' + language, (api) => grouped(own(api), (page) => page.data.tags))
  }
  eleventy.addFilter('start', (page) => (page.rawInput ?? '').replace(/[*#\\[\\]]|\\(http[^)]*\\)/g, '').trim().slice(0, 180))
  eleventy.addFilter('day', (date) => date.toISOString().slice(0, 10))
  eleventy.addFilter('newest', (list) => list.slice(-60).reverse())
  eleventy.addFilter('beside', (list, issue, url, step) => {
    const row = (list.find(({ name }) => name === issue) ?? { pages: [] }).pages
    return row[row.findIndex((page) => page.url === url) + step]
  })
  return { dir: { input: '.', includes: 'layouts', output: 'out' }, markdownTemplateEngine: false, htmlTemplateEngine: 'njk' }
}
`

const frame = `<!doctype html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} – Red Flag</title>
<link rel="canonical" href="https://example.org{{ page.url }}">
<link rel="alternate" hreflang="en" href="https://example.org{{ page.url | replace("/es/", "/en/") }}"><link rel="alternate" hreflang="es" href="https://example.org{{ page.url | replace("/en/", "/es/") }}">
</head>
<body>
<header><a href="/{{ lang }}/">Red Flag</a>
<nav><a href="/en/">en</a> <a href="/es/">es</a> <a href="/{{ lang }}/tags/">Topics</a> <a href="/{{ lang }}/rubrics/struggle/">Struggle</a></nav></header>
<main>{{ content | safe }}</main>
<footer><a href="/{{ lang }}/index.xml">RSS</a></footer>
</body>
</html>
`

const storyLayout = `---
layout: frame.njk
---
<article><h1>{{ title }}</h1>
<p><time datetime="{{ date | day }}">{{ date | day }}</time> <a href="/{{ lang }}/{{ issue }}/">{{ issue }}</a></p>
{{ content | safe }}
<p>{% for tag in tags %}<a href="/{{ lang }}/tags/{{ tag }}/">{{ tag }}</a> {% endfor %}</p></article>
{% set previous = collections["issues_" + lang] | beside(issue, page.url, -1) %}{% set next = collections["issues_" + lang] | beside(issue, page.url, 1) %}
<nav>{% if previous %}<a rel="prev" href="{{ previous.url }}">{{ previous.data.title }}</a>{% endif %} {% if next %}<a rel="next" href="{{ next.url }}">{{ next.data.title }}</a>{% endif %}</nav>
`

const list = '<ul>{% for story in group.pages %}<li><h2><a href="{{ story.url }}">{{ story.data.title }}</a></h2><p>{{ story | start }}</p></li>{% endfor %}</ul>'

function listsOf(language: string): Record<string, string> {
  const paged = (collection: string, folder: string): string => (
    `---\npagination: { data: collections.${collection}_${language}, size: 1, alias: group }\nlayout: frame.njk\nlang: ${language}\n`
    + `permalink: "/${language}/${folder}{{ group.name }}/index.html"\n---\n<h1>{{ group.name }}</h1>${list}\n`
  )
  return {
    [`${language}-issue.njk`]: paged('issues', ''),
    [`${language}-topic.njk`]: paged('topics', 'tags/'),
    [`${language}-rubric.njk`]: `---\nlayout: frame.njk\nlang: ${language}\ntitle: Struggle\npermalink: /${language}/rubrics/struggle/index.html\n---\n`
      + `{% set group = { pages: collections.stories_${language} } %}<h1>Struggle</h1>${list}\n`,
    [`${language}-topics.njk`]: `---\nlayout: frame.njk\nlang: ${language}\ntitle: Topics\npermalink: /${language}/tags/index.html\n---\n`
      + `<ul>{% for group in collections.topics_${language} %}<li><a href="/${language}/tags/{{ group.name }}/">{{ group.name }}</a> {{ group.pages.length }}</li>{% endfor %}</ul>\n`,
    [`${language}-archive.njk`]: `---\nlayout: frame.njk\nlang: ${language}\ntitle: Archive\npermalink: /${language}/index.html\n---\n`
      + `<ul>{% for group in collections.issues_${language} %}<li><h2><a href="/${language}/{{ group.name }}/">{{ group.name }}</a></h2><ul>{% for story in group.pages.slice(0, 4) %}<li>{{ story.data.title }}</li>{% endfor %}</ul></li>{% endfor %}</ul>\n`,
    [`${language}-feed.njk`]: `---\npermalink: /${language}/index.xml\n---\n<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Red Flag</title>`
      + `{% for story in collections.stories_${language} | newest %}<item><title>{{ story.data.title }}</title><link>https://example.org{{ story.url }}</link><description>{{ story | start }}</description></item>{% endfor %}</channel></rss>\n`,
  }
}

export const eleventyFiles: Record<string, string> = {
  'package.json': '{ "type": "module" }\n',
  'eleventy.config.js': config,
  'layouts/frame.njk': frame,
  'layouts/story.njk': storyLayout,
  'content/content.11tydata.js': "export default { layout: 'story.njk', permalink: (data) => `/${data.lang}/${data.issue}/${data.slug}/index.html` }\n",
  ...listsOf('en'),
  ...listsOf('es'),
  'sitemap.njk': '---\npermalink: /sitemap.xml\n---\n<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for entry in collections.all %}<url><loc>https://example.org{{ entry.url }}</loc></url>{% endfor %}</urlset>\n',
}
