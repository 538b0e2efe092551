/**
 * A file for the press says once for which ink on which paper it was made. PDF/X-1a stands on PDF 1.4, which knows profiles of version 2
 * alone. Source: ISO 15930-4, 6.6.
 */
import { standardOf } from '../metadata.ts'
import type { OutputIntent } from '../pressFile.ts'
import type { PdfRule } from './rule.ts'

export const outputIntent: PdfRule = (file, limits) => {
  if (limits.use !== 'press' || (limits.standard ?? standardOf(file)) === undefined) return []
  const intents = file.outputIntents.filter(({ subtype }) => subtype === 'GTS_PDFX')
  if (intents.length !== 1) return [{ id: 'preflight/output-intent', params: { reason: `GTS_PDFX × ${intents.length}` } }]
  const reason = faultOf(intents[0]!) ?? profileFault(intents[0]!, standardOf(file))
  return reason === undefined ? [] : [{ id: 'preflight/output-intent', params: { reason } }]
}

function profileFault({ profile }: OutputIntent, standard: string | undefined): string | undefined {
  if (standard === 'PDF/X-4') return profile ? undefined : 'DestOutputProfile'
  return profile && profile.version >= 4 ? `ICC ${profile.version}` : undefined
}

function faultOf({ condition, registry, profile }: OutputIntent): string | undefined {
  if (condition === '') return 'OutputConditionIdentifier'
  if (!profile) return registry === '' ? 'RegistryName' : undefined
  if (profile.deviceClass !== 'prtr') return `${profile.deviceClass} ≠ prtr`
  return profile.components === 4 ? undefined : `N = ${profile.components}`
}
