/** What an e-book is made from: an issue or a pamphlet in one language. */
import type { CivilDate } from '../../languages/dates.ts'
import { formatPeriod } from '../../languages/dates.ts'
import type { Language } from '../../languages/language.ts'
import { translatorFor } from '../../languages/translator.ts'
import type { Article } from '../../newsroom/article.ts'
import type { Issue } from '../../newsroom/issue.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { localText } from '../../newsroom/paper.ts'
import type { Story } from '../../newsroom/story.ts'

/** A book before it is written. */
export interface Book {
  /** What it is a book of, as downloads name it: `17-01`, `pamphlets/reading-circle`. */
  of: string
  language: Language
  title: string
  /** Under the title: the period of an issue, the deck of a pamphlet. */
  subtitle: string
  publisher: string
  /** The day that it counts as made: no clock is asked. */
  date: CivilDate
  chapters: { folder: string; article: Article }[]
}

/** A book of every issue and pamphlet in every language of the paper, of what is written in that language. */
export function toBooks(newsroom: Newsroom): Book[] {
  const books = newsroom.paper.languages.flatMap((language) => [
    ...newsroom.issues.map((issue) => issueBook(newsroom, issue, language)),
    ...newsroom.pamphlets.map((story) => pamphletBook(newsroom, story, language)),
  ])
  return books.filter(({ chapters }) => chapters.length > 0)
}

function issueBook({ paper }: Newsroom, issue: Issue, language: Language): Book {
  const numbering = translatorFor(language)('print.numbering', { volume: issue.volume, number: issue.number })
  return {
    of: issue.name, language,
    title: `${localText(paper.name, language)}: ${numbering}`,
    subtitle: formatPeriod(issue.date, issue.until, language),
    publisher: localText(paper.publisher, language) || localText(paper.name, language),
    date: issue.date,
    chapters: issue.stories.flatMap((story) => chapterOf(story, language)),
  }
}

function pamphletBook({ paper, issues }: Newsroom, story: Story, language: Language): Book {
  const [chapter] = chapterOf(story, language)
  return {
    of: story.folder, language,
    title: chapter?.article.title ?? story.slug,
    subtitle: chapter?.article.deck ?? '',
    publisher: localText(paper.publisher, language) || localText(paper.name, language),
    date: chapter?.article.date ?? issues[0]?.date ?? '2000-01-01',
    chapters: chapter === undefined ? [] : [chapter],
  }
}

function chapterOf(story: Story, language: Language): Book['chapters'] {
  const article = story.articles.get(language)
  return article === undefined ? [] : [{ folder: story.folder, article }]
}
