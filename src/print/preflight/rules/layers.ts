/** Layers that can be switched on and off print differently on every machine. */
import type { PdfRule } from './rule.ts'

export const layers: PdfRule = (file, { use }) => use === 'press' && file.hasLayers ? [{ id: 'preflight/layers' }] : []
