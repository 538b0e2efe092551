/** `npm run build`: the whole paper, or a word that the last one still stands. */
import { join, resolve } from 'node:path'
import { isPublishable } from '../src/diagnostics/report.ts'
import { runCommand, type Command } from './commandLine.ts'
import { profileFolders, profilesIn } from './machineProfiles.ts'
import type { Built } from './makePaper.ts'
import { checkOutFolder } from './outFolder.ts'
import { openStanding, settingOf } from './standing.ts'

/** The command `build`. */
export const build: Command = {
  name: 'build',
  options: { profile: { type: 'string' } },
  run: async (call) => {
    const { content, out, values, environment } = call
    const profile = typeof values.profile === 'string' ? values.profile : undefined
    checkOutFolder(call)
    const standing = openStanding<Built>({
      content, out, record: join(resolve(`${out}.cache`), 'standing.json'),
      settings: [content, out, profile, settingOf(profile), profileFolders(environment).flatMap(profilesIn).map(settingOf)],
    })
    const built = standing.value ?? await make()
    if (built === undefined) return false
    call.report(built.diagnostics, '.')
    if (!call.quiet && call.format !== 'json') {
      const key = standing.value === undefined ? 'command.build.made' : 'command.build.standing'
      call.print(`${call.t(key, { pages: built.pages, pdfs: built.pdfs, folder: out })}\n`)
    }
    return isPublishable(built.diagnostics)

    async function make(): Promise<Built | undefined> {
      // What makes a paper takes longer to load than a look at what stands.
      const { makePaper } = await import('./makePaper.ts')
      const made = await makePaper(call)
      // What could not be made is tried again: the reason may lie outside the copy.
      if (made !== undefined && isPublishable(made.diagnostics)) standing.keep(made)
      return made
    }
  },
}

if (import.meta.main) await runCommand(build)
