/** Which stories, languages and paragraphs a call of `translations` means. What there is not is said at once. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import { isSameIssue } from '../../src/newsroom/issueName.ts'
import { likelyOf } from '../../src/newsroom/likely.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import type { Story } from '../../src/newsroom/story.ts'
import { storiesOf, type Named, type Selection, type Stock } from '../../src/translation/selection.ts'
import { WrongCall, type Call } from '../commandLine.ts'

/** What the options ask for. */
export function selectionOf(call: Call, newsroom: Stock<Named>, slug: unknown): Selection {
  const { t, asked } = call
  const selection: Selection = {}
  if (typeof call.values.issue === 'string') {
    const wanted = call.values.issue
    const issue = newsroom.issues.find(({ name }) => isSameIssue(name, wanted))
    if (!issue) throw new WrongCall(t('command.unknownIssue', { issue: wanted, known: newsroom.issues.map(({ name }) => name).join(', ') }))
    selection.issue = issue.name
  }
  const stories = storiesOf(newsroom, selection)
  if (typeof slug === 'string') {
    if (!stories.some((story) => story.slug === slug)) {
      const likely = likelyOf(slug, stories.map((story) => story.slug))
      throw new WrongCall(t(likely ? 'translation.unknownStoryLikely' : 'translation.unknownStory', { story: slug, likely: likely ?? '' }))
    }
    selection.story = slug
  }
  if (asked !== undefined) {
    const known = [...new Set([...newsroom.paper.languages, ...stories.flatMap(({ articles }) => [...articles.keys()])])]
    if (!known.includes(asked)) throw new WrongCall(t('translation.unknownLanguage', { language: asked, known: known.join(', ') }))
    selection.language = asked
  }
  return selection
}

/** One story in one language that it was translated into. */
export interface Translation {
  story: Story
  language: string
}

/** The translations that a selection means. A slug that two issues have must be told apart. */
export function translationsIn({ t }: Call, newsroom: Newsroom, selection: Selection): Translation[] {
  const stories = storiesOf(newsroom, selection)
  if (selection.story !== undefined && stories.length > 1) {
    throw new WrongCall(t('translation.done.sameName', { story: selection.story, known: stories.map(({ folder }) => folder).join(', ') }))
  }
  const found = stories.flatMap((story) =>
    [...story.articles.keys()]
      .filter((language) => language !== story.original && (selection.language === undefined || language === selection.language))
      .map((language) => ({ story, language })),
  )
  if (found.length > 0) return found
  if (selection.language !== undefined && stories.every(({ original }) => original === selection.language)) {
    throw new WrongCall(t('translation.done.original', { language: selection.language }))
  }
  const [story] = stories
  const language = selection.language ?? newsroom.paper.languages.find((each) => story?.articles.has(each) === false)
  if (!story || language === undefined) throw new WrongCall(t('translation.nothing'))
  throw new WrongCall(t('translation.notYet', { story: story.slug, language }))
}

export function paragraphOf({ values, t }: Call): number | undefined {
  if (values.paragraph === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(String(values.paragraph))) throw new WrongCall(t('translation.done.wrongParagraph', { paragraph: String(values.paragraph) }))
  return Number(values.paragraph)
}

/** The translations that the words after an action name, or those of an issue. */
export function chosenBy(call: Call, newsroom: Newsroom, slugs: string[]): Translation[] {
  if (slugs.length === 0 && call.values.issue === undefined) throw new WrongCall(call.t('translation.done.whichStory'))
  const selections = slugs.length === 0 ? [selectionOf(call, newsroom, undefined)] : slugs.map((slug) => selectionOf(call, newsroom, slug))
  return selections.flatMap((selection) => translationsIn(call, newsroom, selection))
}

/** Front matter or text that could not be read whole must not be recorded as if it were the story. */
const unreadable = /^(?:yaml|frontmatter|file|text)\//

/** Stops the call when one side of a translation could not be read whole. */
export function refuseBroken({ t, content }: Call, { story, language }: Translation, diagnostics: Diagnostic[]): void {
  const article = story.articles.get(language)
  const files = [article, story.articles.get(article?.from ?? story.original)].map((each) => each?.file)
  const broken = diagnostics.find(({ id, place }) => unreadable.test(id) && catalogue[id] === 'error' && files.includes(place.file))
  if (broken) throw new WrongCall(t('translation.done.broken', { file: `${content}/${broken.place.file}` }))
}
