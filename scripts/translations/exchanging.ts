/** `export` and `import`: for somebody who translates elsewhere. `--fix`: what the checks can mend for certain. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { mendWords } from '../../src/translation/checks/checks.ts'
import { bringBack, endingOf, formatParcel, parseReturned, toParcel } from '../../src/translation/exchange/exchange.ts'
import { exchangeFormats } from '../../src/translation/exchange/unit.ts'
import { readRecord, recordFileOf } from '../../src/translation/record.ts'
import { compare, type Comparison } from '../../src/translation/storyStatus.ts'
import { writeBack } from '../../src/translation/writeBack.ts'
import { WrongCall, type Call } from '../commandLine.ts'
import { chosenBy, refuseBroken, type Translation } from './selection.ts'

/** Writes one translation with its source as PO, XLIFF or a table for Word. */
export function exportParcel(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], slugs: string[]): boolean {
  const { t, values, out } = call
  const format = exchangeFormats.find((each) => each === values.format)
  if (!format || slugs.length !== 1) throw new WrongCall(t('translation.export.how'))
  const translation = onlyOne(call, newsroom, diagnostics, slugs)
  const { story, language } = translation
  const file = typeof values.file === 'string' ? values.file : join(out, 'translations', `${story.slug}-${language}${endingOf[format]}`)
  const { comparison, record } = comparisonOf(newsroom, translation)
  writeWhole(call, file, formatParcel(toParcel(story.articles.get(comparison.from)!, comparison, record), format))
  if (!call.quiet) call.print(`${t('translation.export.made', { file })}\n`)
  return true
}

/** Brings a file that came back into the Markdown. Nothing is recorded: an editor reads it and says `done`. */
export function importParcel(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], words: string[]): boolean {
  const { t, content } = call
  const [file, ...slugs] = words
  const format = exchangeFormats.find((each) => file?.toLowerCase().endsWith(endingOf[each]))
  if (file === undefined || !format || slugs.length !== 1) throw new WrongCall(t('translation.import.how'))
  const translation = onlyOne(call, newsroom, diagnostics, slugs)
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    throw new WrongCall(t('translation.import.missing', { file }))
  }
  const returned = parseReturned(bytes, format)
  if (returned.size === 0) throw new WrongCall(t('translation.import.nothing', { file }))
  const article = translation.story.articles.get(translation.language)!
  const path = join(newsroom.folder, article.file)
  const { markdown, changed, refused, outdated, isOwn } = bringBack(readFileSync(path, 'utf8'), comparisonOf(newsroom, translation).comparison, returned)
  if (!isOwn) throw new WrongCall(t('translation.import.foreign', { file, story: article.story }))
  if (changed > 0) writeWhole(call, path, markdown)
  if (!call.quiet) {
    call.print(`${t(changed + refused.length > 0 ? 'translation.import.made' : 'translation.import.same', { file: `${content}/${article.file}`, count: changed })}\n`)
    if (refused.length > 0) call.print(`    ${t('translation.import.refused', { numbers: refused.join(', ') })}\n`)
    if (outdated > 0) call.print(`    ${t('translation.import.outdated', { count: outdated })}\n`)
  }
  return refused.length === 0
}

/** Mends in the translations of a selection what is certain, and says in which files. */
export function mendTranslations(call: Call, newsroom: Newsroom, chosen: Translation[]): void {
  for (const translation of chosen) {
    const article = translation.story.articles.get(translation.language)!
    const path = join(newsroom.folder, article.file)
    const { comparison } = comparisonOf(newsroom, translation)
    const replacements = comparison.targets.flatMap((segment) => {
      const text = segment.kind === 'code' ? segment.text : mendWords(segment.text, translation.language)
      return text === segment.text ? [] : [{ segment, text }]
    })
    if (replacements.length === 0) continue
    const { markdown, refused } = writeBack(readFileSync(path, 'utf8'), replacements)
    writeWhole(call, path, markdown)
    if (!call.quiet) call.print(`${call.t('translation.fix.made', { file: `${call.content}/${article.file}`, count: replacements.length - refused.length })}\n`)
  }
}

function onlyOne(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], slugs: string[]): Translation {
  const [translation, ...others] = chosenBy(call, newsroom, slugs)
  if (!translation || others.length > 0) throw new WrongCall(call.t('translation.done.whichOne'))
  refuseBroken(call, translation, diagnostics)
  return translation
}

function comparisonOf(newsroom: Newsroom, { story, language }: Translation): { comparison: Comparison; record: ReturnType<typeof readRecord>['value'] } {
  const record = readRecord(newsroom.folder, recordFileOf(story.articles.get(language)!)).value
  return { comparison: compare(story, language, record, newsroom.glossary)!, record }
}

/** Writes a file whole or not at all. */
export function writeWhole({ t }: Call, file: string, bytes: string | Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
  } catch (error) {
    throw new WrongCall(t('translation.done.cannotWrite', { file, reason: (error as NodeJS.ErrnoException).code ?? '' }))
  }
}
