/** `npm run check`: everything that is wrong with the copy. Nothing is written, unless `--fix` asks to mend what is certain. */
import { isPublishable } from '../src/diagnostics/report.ts'
import { mendCopy } from '../src/newsroom/mend.ts'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { runCommand, type Command } from './commandLine.ts'

/** The command `check`. */
export const check: Command = {
  name: 'check',
  options: { fix: { type: 'boolean' } },
  run: call => {
    call.progress(call.t('command.reading', { folder: call.content }))
    if (call.values.fix === true) {
      const mended = mendCopy(call.content)
      const isForPeople = call.format === 'human' || call.format === 'short'
      if (isForPeople && !call.quiet) {
        for (const { file, line } of mended) call.print(`${call.t('command.check.mended', { file: `${call.content}/${file}`, line })}\n`)
      }
    }
    const { diagnostics } = readNewsroom(call.content)
    call.report(diagnostics)
    return isPublishable(diagnostics)
  },
}

if (import.meta.main) await runCommand(check)
