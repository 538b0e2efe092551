/** `npm run translations`: what is missing, stale or current in every language; `-- done <story>` records a translation as up to date. */
import { catalogue } from '../src/diagnostics/catalogue.ts'
import { formatDiagnostics } from '../src/diagnostics/report.ts'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { isSameIssue } from '../src/newsroom/issueName.ts'
import { likelyOf } from '../src/newsroom/likely.ts'
import { readNewsroom, type Newsroom } from '../src/newsroom/newsroom.ts'
import type { Story } from '../src/newsroom/story.ts'
import { formatBoard } from '../src/translation/board.ts'
import { confirm, type Confirmation } from '../src/translation/done.ts'
import { formatGithub, formatParagraphs, formatShort } from '../src/translation/paragraphs.ts'
import { readRecord, recordFileOf, writeRecord } from '../src/translation/record.ts'
import { statusOf, storiesOf, type Selection } from '../src/translation/translation.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'

/** The command `translations`. */
export const translations: Command = {
  name: 'translations',
  options: { story: { type: 'string' }, issue: { type: 'string' }, paragraph: { type: 'string' }, strict: { type: 'boolean' } },
  run: (call) => {
    const { value: newsroom, diagnostics } = readNewsroom(call.content)
    if (!newsroom) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    const [action, ...slugs] = call.words
    if (action === undefined) return show(call, newsroom)
    if (action !== 'done') throw new WrongCall(call.t('translation.unknownAction', { action }))
    return done(call, newsroom, diagnostics, slugs)
  },
}

function show(call: Call, newsroom: Newsroom): boolean {
  const selection = selectionOf(call, newsroom, call.values.story)
  const { value: status, diagnostics } = statusOf(newsroom, selection)
  const { t, content } = call
  if (call.format === 'json') {
    const report = formatDiagnostics(diagnostics, { format: 'json', language: call.language, contentFolder: content })
    const { diagnostics: told } = JSON.parse(report) as { diagnostics: unknown[] }
    call.print(`${JSON.stringify({ ...status, diagnostics: told }, null, 2)}\n`)
  } else {
    if (diagnostics.length > 0) call.report(diagnostics)
    if (call.format === 'short') call.print(formatShort(status.stories, t, content))
    else if (call.format === 'github') call.print(formatGithub(status.stories, t, content))
    else if (selection.story === undefined) call.print(formatBoard(status, t))
    else call.print(status.stories.filter(({ state }) => state !== 'original').map((story) => formatParagraphs(story, t, content)).join('\n'))
  }
  const { missing, stale, draft } = status.summary.stories
  return call.values.strict !== true || missing + stale + draft === 0
}

/** What the options ask for; a story, an issue or a language that there is not is said at once. */
function selectionOf(call: Call, newsroom: Newsroom, slug: unknown): Selection {
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

function done(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], slugs: string[]): boolean {
  const { t } = call
  if (slugs.length === 0 && call.values.issue === undefined) throw new WrongCall(t('translation.done.whichStory'))
  const selections = slugs.length === 0 ? [selectionOf(call, newsroom, undefined)] : slugs.map((slug) => selectionOf(call, newsroom, slug))
  const paragraph = paragraphOf(call)
  const chosen = selections.flatMap((selection) => translationsIn(call, newsroom, selection))
  if (paragraph !== undefined && chosen.length > 1) throw new WrongCall(t('translation.done.whichOne'))
  // Everything is found out before anything is written, so that a wrong call changes nothing.
  const confirmations = chosen.map((translation) => ({ ...translation, ...confirmOne(call, newsroom, diagnostics, translation, paragraph) }))
  for (const { file, confirmation } of confirmations) {
    write(call, newsroom.folder, file, confirmation)
    if (!call.quiet) call.print(`${formatConfirmation(call, file, confirmation)}\n`)
  }
  return true
}

interface Translation {
  story: Story
  language: string
}

/** The translations that a selection means. A slug that two issues have must be told apart. */
function translationsIn({ t }: Call, newsroom: Newsroom, selection: Selection): Translation[] {
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
  throw new WrongCall(t('translation.done.missing', { story: selection.story ?? selection.issue ?? '', language: selection.language ?? '' }))
}

function paragraphOf({ values, t }: Call): number | undefined {
  if (values.paragraph === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(String(values.paragraph))) throw new WrongCall(t('translation.done.wrongParagraph', { paragraph: String(values.paragraph) }))
  return Number(values.paragraph)
}

/** Front matter or text that could not be read whole must not be recorded as if it were the story. */
const unreadable = /^(?:yaml|frontmatter|file|text)\//

function confirmOne(
  { t, content }: Call,
  newsroom: Newsroom,
  diagnostics: Diagnostic[],
  { story, language }: Translation,
  paragraph: number | undefined,
): { file: string; confirmation: Confirmation } {
  const article = story.articles.get(language)!
  const files = [article, story.articles.get(article.from ?? story.original)].map((each) => each?.file)
  const broken = diagnostics.find(({ id, place }) => unreadable.test(id) && catalogue[id] === 'error' && files.includes(place.file))
  if (broken) throw new WrongCall(t('translation.done.broken', { file: `${content}/${broken.place.file}` }))
  const file = recordFileOf(article)
  const confirmation = confirm(story, language, readRecord(newsroom.folder, file).value, paragraph)
  if (!confirmation) throw new WrongCall(t('translation.done.noParagraph', { paragraph: paragraph ?? 0, story: story.slug }))
  return { file, confirmation }
}

function write({ t, content }: Call, folder: string, file: string, { record }: Confirmation): void {
  try {
    writeRecord(folder, file, record)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? ''
    throw new WrongCall(t('translation.done.cannotWrite', { file: `${content}/${file}`, reason }))
  }
}

function formatConfirmation({ t, content }: Call, file: string, { confirmed, open }: Confirmation): string {
  const said = t('translation.done.recorded', { file: `${content}/${file}`, count: confirmed })
  return [said, ...open.map(({ number, state, line, sourceLine }) =>
    `    ${t(`translation.done.open.${state === 'removed' ? 'removed' : 'untranslated'}`, { number, line: line ?? sourceLine ?? 1 })}`)].join('\n')
}

if (import.meta.main) await runCommand(translations)
