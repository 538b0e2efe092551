/** `start`: a file to translate in. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { isLanguage } from '../../src/languages/names.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { formatStart, startRecord } from '../../src/translation/start.ts'
import { storiesOf } from '../../src/translation/selection.ts'
import { WrongCall, type Call } from '../commandLine.ts'
import { saveRecord } from './confirming.ts'
import { refuseBroken, selectionOf } from './selection.ts'

/** Makes `es.md` beside the original, with its structure and marks. A file that is there is never touched. */
export function startTranslation(call: Call, newsroom: Newsroom, diagnostics: Diagnostic[], [slug]: string[]): boolean {
  const { t, content, asked: language } = call
  if (slug === undefined || language === undefined) throw new WrongCall(t('translation.start.how'))
  if (!isLanguage(language)) throw new WrongCall(t('command.new.wrongLanguage', { language }))
  const { asked: _, ...everyLanguage } = call
  const stories = storiesOf(newsroom, selectionOf(everyLanguage, newsroom, slug))
  const [story] = stories
  if (!story || stories.length > 1) throw new WrongCall(t('translation.done.sameName', { story: slug, known: stories.map(({ folder }) => folder).join(', ') }))
  const file = `${story.folder}/${language}.md`
  if (existsSync(join(newsroom.folder, file))) throw new WrongCall(t('translation.start.exists', { file: `${content}/${file}` }))
  refuseBroken(call, { story, language }, diagnostics)
  const source = story.articles.get(story.original)!
  try {
    writeFileSync(join(newsroom.folder, file), formatStart(source, readFileSync(join(newsroom.folder, source.file), 'utf8')), { flag: 'wx' })
  } catch (error) {
    throw new WrongCall(t('translation.done.cannotWrite', { file: `${content}/${file}`, reason: (error as NodeJS.ErrnoException).code ?? '' }))
  }
  saveRecord(call, newsroom.folder, file.replace(/\.md$/, '.sync.json'), startRecord(source))
  if (!call.quiet) call.print(`${t('translation.start.made', { file: `${content}/${file}`, story: slug, language })}\n`)
  return true
}
