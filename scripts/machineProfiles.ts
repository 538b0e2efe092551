/** Profiles of printing conditions that lie on this machine, where its system and its programs keep them. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readProfile, type Profile } from '../src/pictures/profile.ts'
import { knownProfiles, type KnownProfile } from '../src/print/stylebook/profiles.ts'

export interface OnMachine {
  /** The profile of the condition, byte for byte as its publisher hands it out. */
  profile?: Profile
  /** Where there is none: one that only bears its name. */
  lookAlike?: Profile
}

/** More files than this are in no folder of profiles. */
const mostFiles = 1000

/** Looks for the profile of a condition by its content. Files that cannot be read are passed over. */
export function profileOnMachine(condition: string, folders: readonly string[], known: readonly KnownProfile[] = knownProfiles): OnMachine {
  const wanted = known.find((each) => each.condition === condition)
  if (!wanted) return {}
  const files = folders.flatMap(profilesIn)
  for (const file of files.filter((each) => sizeOf(each) === wanted.bytes)) {
    const { value: profile } = readProfile(file, { file })
    if (profile?.hash === wanted.sha256) return { profile }
  }
  for (const file of files) {
    const { value: lookAlike } = readProfile(file, { file })
    if (lookAlike?.name === wanted.name) return { lookAlike }
  }
  return {}
}

/**
 * The folders of profiles: of colord and all programs that keep to the XDG Base Directory Specification, of macOS (ColorSync, and Adobe's
 * programs) and of Windows. None without a home: whoever calls so wants nothing of a machine.
 */
export function profileFolders({ HOME, XDG_DATA_HOME, XDG_DATA_DIRS, SystemRoot }: Record<string, string | undefined>): string[] {
  const windows = SystemRoot ? [join(SystemRoot, 'System32/spool/drivers/color')] : []
  if (!HOME) return windows
  const shared = (XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':').filter((folder) => folder.startsWith('/'))
  return [
    join(XDG_DATA_HOME || join(HOME, '.local/share'), 'icc'), join(HOME, '.color/icc'), ...shared.map((folder) => join(folder, 'color/icc')), '/var/lib/color/icc',
    join(HOME, 'Library/ColorSync/Profiles'), '/Library/ColorSync/Profiles', '/Library/Application Support/Adobe/Color/Profiles', ...windows,
  ]
}

/** The files of profiles in a folder; none where there is no such folder. */
export function profilesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ic[cm]$/i.test(name)).sort().slice(0, mostFiles).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? -1
}
