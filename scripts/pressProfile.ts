/** The profile of the printing condition: the one that `--profile` names, or that the paper keeps beside its printer's profile. */
import { join, resolve } from 'node:path'
import type { Outcome } from '../src/diagnostics/diagnostic.ts'
import type { Paper } from '../src/newsroom/paper.ts'
import { readProfile, type Profile } from '../src/pictures/profile.ts'
import { inFolder } from './inFolder.ts'
import type { Call } from './commandLine.ts'

/** A paper with its profile; places are seen from where the command is called. */
export interface Profiled {
  paper: Paper
  profile?: Profile
}

/** Nobody knows what condition a profile from the command line is for but itself: the file then names it as the profile does. */
export function profiledPaper(call: Call, paper: Paper): Outcome<Profiled> {
  const asked = call.values.profile
  if (typeof asked === 'string') {
    const { value: profile, diagnostics } = readProfile(resolve(asked), { file: asked })
    if (!profile) return { value: { paper }, diagnostics }
    const condition = { identifier: profile.name, info: profile.name }
    return { value: { paper: { ...paper, printer: { ...paper.printer, condition } }, profile }, diagnostics }
  }
  const own = paper.printer.profile
  if (own === undefined) return { value: { paper }, diagnostics: [] }
  const { value: profile, diagnostics } = readProfile(resolve(join(call.content, own)), { file: own })
  return { value: { paper, ...profile && { profile } }, diagnostics: diagnostics.map((each) => inFolder(each, call.content)) }
}
