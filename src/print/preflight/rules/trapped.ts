/** Whether the plates were already spread against white gaps is said as a name, true or false, and not left open. */
import { standardOf } from '../metadata.ts'
import type { PdfRule } from './rule.ts'

export const trapped: PdfRule = (file, limits) => {
  const said = file.info.get('Trapped')
  const isNeeded = limits.use === 'press' && (limits.standard ?? standardOf(file)) !== undefined
  return said === '/True' || said === '/False' || (said === undefined && !isNeeded) ? [] : [{ id: 'preflight/trapped', params: { said: said ?? '–' } }]
}
