/** Files inside the file travel unseen. */
import type { PdfRule } from './rule.ts'

export const attachments: PdfRule = (file) => file.attachments === 0 ? [] : [{ id: 'preflight/attachment', params: { files: file.attachments } }]
