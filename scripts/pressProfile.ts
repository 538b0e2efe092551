/**
 * The profile of the printing condition: the one that `--profile` names, that the paper keeps beside its printer's profile, or that lies on
 * this machine and is known by its bytes. Without one a PDF/X-1a names the condition alone.
 */
import { join, resolve } from 'node:path'
import type { Diagnostic, Outcome, Place } from '../src/diagnostics/diagnostic.ts'
import type { Paper } from '../src/newsroom/paper.ts'
import { readProfile, type Profile } from '../src/pictures/profile.ts'
import type { Call } from './commandLine.ts'
import { inFolder } from './inFolder.ts'
import { profileFolders, profileOnMachine } from './machineProfiles.ts'

/** A paper with its profile; places are seen from where the command is called. */
export interface Profiled {
  paper: Paper
  profile?: Profile
}

/** What `--profile` says when no profile is wanted. */
const noProfile = 'none'

/** The paper with the profile that its press files are made by. An outcome with an error has no profile, and must not be printed. */
export function profiledPaper(call: Call, paper: Paper): Outcome<Profiled> & { value: Profiled } {
  const asked = call.values.profile
  if (asked === noProfile) return { value: { paper }, diagnostics: [] }
  if (typeof asked === 'string') return namedProfile(asked, paper)
  const own = paper.printer.profile
  if (own === undefined) return foundProfile(call, paper)
  const { value: profile, diagnostics } = fittingProfile(resolve(join(call.content, own)), { file: own }, paper)
  return { value: { paper, ...profile && { profile } }, diagnostics: diagnostics.map((each) => inFolder(each, call.content)) }
}

/** Nobody knows what condition a profile from the command line is for but itself: the file then names it as the profile does. */
function namedProfile(file: string, paper: Paper): Outcome<Profiled> & { value: Profiled } {
  const { value: profile, diagnostics } = fittingProfile(resolve(file), { file }, paper)
  if (!profile) return { value: { paper }, diagnostics }
  const condition = { identifier: profile.name, info: profile.name }
  return { value: { paper: { ...paper, printer: { ...paper.printer, condition } }, profile }, diagnostics }
}

/** The profile is told of, because on a machine without it the same paper has other bytes. */
function foundProfile({ environment }: Call, paper: Paper): Outcome<Profiled> & { value: Profiled } {
  const { standard, condition: { identifier: condition } } = paper.printer
  if (standard === 'none') return { value: { paper }, diagnostics: [] }
  const { profile, lookAlike } = profileOnMachine(condition, profileFolders(environment))
  const told = profile ?? lookAlike
  const diagnostics: Diagnostic[] = told ? [{ id: profile ? 'profile/found' : 'profile/look-alike', place: { file: told.file }, params: { name: told.name, condition } }] : []
  return { value: { paper, ...profile && { profile } }, diagnostics }
}

/** PDF/X-1a stands on PDF 1.4, which knows profiles of the ICC's version 2 alone. Source: ISO 15930-4, 6.6; PDF Reference 1.4, 4.5.4. */
function fittingProfile(file: string, place: Place, { printer }: Paper): Outcome<Profile> {
  const { value: profile, diagnostics } = readProfile(file, place)
  if (!profile || printer.standard !== 'PDF/X-1a:2003' || Number.parseInt(profile.version, 10) < 4) return { value: profile, diagnostics }
  return { value: undefined, diagnostics: [{ id: 'profile/version', place, params: { file: place.file, version: profile.version } }] }
}
