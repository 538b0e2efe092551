/** The archive as a Hugo site: stories, issues, the archive, topics, a section, feeds, site map. */

const frame = `<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Site.Title }}</title>
<meta name="description" content="{{ with .Summary }}{{ . | plainify | truncate 160 }}{{ end }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">{{ end }}
</head>
<body>
<header><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a>
<nav>{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a> {{ end }}<a href="{{ "/tags/" | relLangURL }}">Topics</a> <a href="{{ "/rubrics/struggle/" | relLangURL }}">Struggle</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><a href="{{ "/index.xml" | relLangURL }}">RSS</a></footer>
</body>
</html>
`

const list = '<ul>{{ range .Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary | plainify | truncate 180 }}</p></li>{{ end }}</ul>'

export const hugoFiles: Record<string, string> = {
  'config.toml': `baseURL = "https://example.org/"
title = "Red Flag"
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
summaryLength = 30
[languages.en]
contentDir = "content/en"
[languages.es]
contentDir = "content/es"
title = "Bandera Roja"
[taxonomies]
tag = "tags"
rubric = "rubrics"
[outputs]
home = ["HTML", "RSS"]
section = ["HTML"]
taxonomy = ["HTML"]
term = ["HTML"]
`,
  'layouts/_default/baseof.html': frame,
  'layouts/_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time> <a href="{{ .CurrentSection.RelPermalink }}">{{ .Params.issue }}</a> {{ .ReadingTime }} min</p>
{{ .Content }}
<p>{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p></article>
<nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>${list}{{ end }}\n`,
  'layouts/_default/terms.html': '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}\n',
  'layouts/index.html': '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Site.Sections.Reverse }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><ul>{{ range first 4 .Pages }}<li>{{ .Title }}</li>{{ end }}</ul></li>{{ end }}</ul>{{ end }}\n',
}
