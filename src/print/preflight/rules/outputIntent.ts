/** A file for the press says once for which ink on which paper it was made. Source: ISO 15930-4, 6.6. */
import { standardOf } from '../metadata.ts'
import type { OutputIntent } from '../pressFile.ts'
import type { PdfRule } from './rule.ts'

export const outputIntent: PdfRule = (file, limits) => {
  if (limits.use !== 'press' || (limits.standard ?? standardOf(file)) === undefined) return []
  const intents = file.outputIntents.filter(({ subtype }) => subtype === 'GTS_PDFX')
  if (intents.length !== 1) return [{ id: 'preflight/output-intent', params: { reason: `GTS_PDFX × ${intents.length}` } }]
  const reason = faultOf(intents[0]!) ?? (standardOf(file) === 'PDF/X-4' && !intents[0]!.profile ? 'DestOutputProfile' : undefined)
  return reason === undefined ? [] : [{ id: 'preflight/output-intent', params: { reason } }]
}

function faultOf({ condition, registry, profile }: OutputIntent): string | undefined {
  if (condition === '') return 'OutputConditionIdentifier'
  if (!profile) return registry === '' ? 'RegistryName' : undefined
  if (profile.deviceClass !== 'prtr') return `${profile.deviceClass} ≠ prtr`
  return profile.components === 4 ? undefined : `N = ${profile.components}`
}
