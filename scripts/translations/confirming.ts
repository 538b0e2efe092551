/** `done`, `minor`, `dismiss`: what a translator or an editor confirms. */
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { confirm, confirmMinor, dismiss, type Confirmation } from '../../src/translation/done.ts'
import { readRecord, recordFileOf, writeRecord, type SyncRecord } from '../../src/translation/record.ts'
import { WrongCall, type Call } from '../commandLine.ts'
import { chosenBy, paragraphOf, refuseBroken, type Translation } from './selection.ts'

/** Records translations as up to date, or one paragraph of one. Everything is found out before anything is written. */
export function confirmDone(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], slugs: string[]): boolean {
  const { t } = call
  const chosen = chosenBy(call, newsroom, slugs)
  const paragraph = paragraphOf(call)
  if (paragraph !== undefined && chosen.length > 1) throw new WrongCall(t('translation.done.whichOne'))
  return recordAll(call, newsroom, diagnostics, chosen, ({ story, language }, record) => {
    const confirmation = confirm(story, language, record, paragraph)
    if (!confirmation) throw new WrongCall(t('translation.done.noParagraph', { paragraph: paragraph ?? 0, story: story.slug }))
    return confirmation
  })
}

/** Records that the small changes of the source need no new translation. */
export function confirmSmall(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], slugs: string[]): boolean {
  return recordAll(call, newsroom, diagnostics, chosenBy(call, newsroom, slugs), ({ story, language }, record) => confirmMinor(story, language, record)!)
}

/** Records that a check is wrong about one paragraph, with the reason. */
export function dismissCheck(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], words: string[]): boolean {
  const { t, values, content } = call
  const [check, ...slugs] = words
  const paragraph = paragraphOf(call)
  const reason = typeof values.reason === 'string' ? values.reason.trim() : ''
  if (check === undefined || slugs.length !== 1 || paragraph === undefined || reason === '') throw new WrongCall(t('translation.dismiss.how'))
  const chosen = chosenBy(call, newsroom, slugs)
  const [translation] = chosen
  if (!translation || chosen.length > 1) throw new WrongCall(t('translation.done.whichOne'))
  refuseBroken(call, translation, diagnostics)
  const { story, language } = translation
  const file = recordFileOf(story.articles.get(language)!)
  const record = dismiss(story, language, readRecord(newsroom.folder, file).value, newsroom.glossary, { check, paragraph, reason })
  if (!record) throw new WrongCall(t('translation.dismiss.nothing', { check, paragraph, story: story.slug }))
  saveRecord(call, newsroom.folder, file, record)
  if (!call.quiet) call.print(`${t('translation.dismiss.recorded', { check, paragraph, file: `${content}/${file}` })}\n`)
  return true
}

function recordAll(
  call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], chosen: Translation[],
  confirming: (translation: Translation, record: SyncRecord | undefined) => Confirmation,
): boolean {
  const confirmations = chosen.map((translation) => {
    refuseBroken(call, translation, diagnostics)
    const file = recordFileOf(translation.story.articles.get(translation.language)!)
    return { file, confirmation: confirming(translation, readRecord(newsroom.folder, file).value) }
  })
  for (const { file, confirmation } of confirmations) {
    saveRecord(call, newsroom.folder, file, confirmation.record)
    if (!call.quiet) call.print(`${formatConfirmation(call, file, confirmation)}\n`)
  }
  return true
}

/** Writes a record; a folder that may not be written is the caller's to mend. */
export function saveRecord({ t, content }: Call, folder: string, file: string, record: SyncRecord): void {
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
