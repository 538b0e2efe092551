/** A file has a title and a date; a press file after a standard also says when it was last changed. */
import { standardOf } from '../metadata.ts'
import type { PdfRule } from './rule.ts'

export const documentInfo: PdfRule = (file, limits) => {
  const isPress = limits.use === 'press' && (limits.standard ?? standardOf(file)) !== undefined
  const needed = ['Title', 'CreationDate', ...isPress ? ['ModDate'] : []]
  return needed.filter((key) => (file.info.get(key) ?? '').trim() === '').map((key) => ({ id: 'preflight/missing-info', params: { key } }))
}
