/** `npm run translations`: what is missing, stale or current in every language, and the steps of a translator's day. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { formatBoard } from '../src/translation/board.ts'
import { exchangeFormats } from '../src/translation/exchange/unit.ts'
import { openBoard } from '../src/translation/keptBoard.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'
import { selectionOf } from './translations/selection.ts'

/** The command `translations`. */
export const translations: Command = {
  name: 'translations',
  formats: exchangeFormats,
  options: {
    story: { type: 'string' }, issue: { type: 'string' }, paragraph: { type: 'string' }, reason: { type: 'string' }, strict: { type: 'boolean' },
    file: { type: 'string' }, fix: { type: 'boolean' }, html: { type: 'boolean' },
  },
  run: async (call) => {
    if (!statSync(call.content, { throwIfNoEntry: false })?.isDirectory()) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    if (isBoard(call)) return showBoard(call)
    // The board of a large paper is there before all that works on texts is loaded.
    const { workOnTexts } = await import('./translations/texts.ts')
    return workOnTexts(call)
  },
}

/** Whether nothing is asked for but the board, which needs no text that has not changed. */
function isBoard({ words, values, format }: Call): boolean {
  return words.length === 0 && values.fix !== true && values.html !== true && values.story === undefined && format === 'human' && (values.format ?? 'human') === 'human'
}

async function showBoard(call: Call): Promise<boolean> {
  const { t, content, out } = call
  const board = await openBoard(content, join(`${out}.cache`, 'translations', 'board.json'), (done, all) => call.progress(t('translation.reading', { done, all })))
  const { diagnostics, ...status } = board.show(selectionOf(call, board.stock, undefined))
  if (diagnostics.length > 0) call.report(diagnostics)
  call.print(formatBoard(status, t))
  const { missing, stale, draft } = status.summary.stories
  return call.values.strict !== true || missing + stale + draft === 0
}

if (import.meta.main) await runCommand(translations)
