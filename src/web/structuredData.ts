/** A story's facts for machines: schema.org's NewsArticle as JSON-LD. Data, not a script: no browser runs it. */
import type { Article } from '../newsroom/article.ts'
import type { Issue } from '../newsroom/issue.ts'
import { toPublicUrl } from './address.ts'
import type { Head } from './head.ts'
import { sectionName } from './view.ts'
import type { PageView } from './view.ts'

/** JSON-LD of a story's page, safe inside HTML; undefined without a public address, where no search engine comes. */
export function toStructuredData(view: PageView, article: Article, issue: Issue | undefined, head: Head): string | undefined {
  const { paper } = view.edition.newsroom
  const url = toPublicUrl(paper.url, view.page.address)
  if (url === undefined) return undefined
  const publisher = { '@type': 'Organization', name: view.local(paper.publisher) || view.local(paper.name), url: toPublicUrl(paper.url, `${view.language}/index.html`) }
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: head.description,
    inLanguage: article.language,
    url,
    mainEntityOfPage: url,
    datePublished: article.date ?? issue?.date,
    author: article.bylines.length > 0 ? article.bylines.map((name) => ({ '@type': 'Organization', name })) : publisher,
    publisher,
    articleSection: sectionName(view, article) || undefined,
    keywords: article.tags.length > 0 ? article.tags.join(', ') : undefined,
    image: head.image,
    isAccessibleForFree: true,
    isPartOf: issue && {
      '@type': 'PublicationIssue', issueNumber: issue.number, datePublished: issue.date,
      isPartOf: { '@type': 'Newspaper', name: view.local(paper.name) },
    },
  }
  return JSON.stringify(facts).replaceAll('<', '\\u003c')
}
