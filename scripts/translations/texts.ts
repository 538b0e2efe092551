/** What needs the texts themselves: paragraphs, reports for programs, the HTML page, and everything that a translator confirms or hands off. */
import { join, resolve } from 'node:path'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { formatDiagnostics } from '../../src/diagnostics/report.ts'
import { readNewsroom, type Newsroom } from '../../src/newsroom/newsroom.ts'
import { formatBoard } from '../../src/translation/board.ts'
import { renderTranslationPage } from '../../src/translation/page.ts'
import { formatGithub, formatParagraphs, formatShort } from '../../src/translation/paragraphs.ts'
import type { StoryStatus } from '../../src/translation/status.ts'
import { statusOf } from '../../src/translation/translation.ts'
import { WrongCall, type Call } from '../commandLine.ts'
import { startTranslation } from './beginning.ts'
import { initRecords } from './bootstrapping.ts'
import { confirmDone, confirmSmall, dismissCheck } from './confirming.ts'
import { exportParcel, importParcel, mendTranslations, writeWhole } from './exchanging.ts'
import { selectionOf, translationsIn } from './selection.ts'

type Action = (call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], words: string[]) => boolean

const actions: Record<string, Action> = {
  done: confirmDone, minor: confirmSmall, dismiss: dismissCheck, start: startTranslation, export: exportParcel, import: importParcel, init: initRecords,
}

/** Runs the action that a call names, or shows what it asks for. */
export function workOnTexts(call: Call): boolean {
  const cacheFolder = resolve(`${call.out}.cache`)
  const { value: newsroom, diagnostics } = readNewsroom(call.content, cacheFolder)
  if (!newsroom) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
  const [name, ...words] = call.words
  if (name === undefined && call.values.fix === true) {
    mendTranslations(call, newsroom, translationsIn(call, newsroom, selectionOf(call, newsroom, call.values.story)))
    return show(call, readNewsroom(call.content, cacheFolder).value!)
  }
  if (name === undefined) return show(call, newsroom)
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw new WrongCall(call.t('translation.unknownAction', { action: name }))
  return action(call, newsroom, diagnostics, words)
}

function formatStories(stories: readonly StoryStatus[], { t, content }: Call): string {
  const translations = stories.filter(({ state }) => state !== 'original')
  return translations.map((story) => formatParagraphs(story, t, content)).join('\n') || `${t('translation.nothing')}\n`
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
    if (call.values.html === true) {
      const file = join(call.out, 'translations', 'index.html')
      writeWhole(call, file, renderTranslationPage(status, t, call.language))
      if (!call.quiet) call.print(`${t('translation.html.made', { file })}\n`)
      return true
    }
    if (call.format === 'short') call.print(formatShort(status.stories, t, content))
    else if (call.format === 'github') call.print(formatGithub(status.stories, t, content))
    else if (selection.story === undefined) call.print(formatBoard(status, t))
    else call.print(formatStories(status.stories, call))
  }
  const { missing, stale, draft } = status.summary.stories
  return call.values.strict !== true || missing + stale + draft === 0
}
