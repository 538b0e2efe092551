/** A press has four inks: a colour said for a screen, or by a profile, is mixed by somebody else's guess. */
import type { PdfRule } from './rule.ts'
import { marksThat } from './rule.ts'

export const colorSpaces: PdfRule = (file, { use }) => use !== 'press' ? [] :
  marksThat(file, 'preflight/color-space', (mark) => mark.kind !== 'picture' && ['rgb', 'icc', 'lab', 'calibrated'].includes(mark.color.kind))
    .map((finding) => ({ ...finding, params: { space: names[finding.mark!.color.kind]! } }))

const names: Record<string, string> = { rgb: 'RGB', icc: 'ICC', lab: 'Lab', calibrated: 'CalRGB' }
