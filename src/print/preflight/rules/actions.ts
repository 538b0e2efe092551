/** A newspaper does nothing by itself: no script, no program that it starts, no form that it sends. */
import type { PdfRule } from './rule.ts'

export const actions: PdfRule = (file) => file.actions.map((action) => ({ id: 'preflight/action', params: { action } }))
