/** Too much ink on one spot does not dry and smears on the next page. Counted on areas, because single points do no harm. */
import { inkMapOf } from '../inkMap.ts'
import type { Finding, PdfRule } from './rule.ts'

/** Square millimetres; source: the rule of thumb of print-shops' checking programs. */
const smallestArea = 15

export const inkLimit: PdfRule = async (file, { use, inkLimit }) => {
  if (use !== 'press' || inkLimit === undefined) return []
  const found = await Promise.all(file.pages.map(async (page): Promise<Finding[]> => {
    const heavy = (await inkMapOf(page)).heaviest(inkLimit)
    if (!heavy || heavy.areaMm2 <= smallestArea) return []
    return [{ id: 'preflight/ink-limit', page: page.number, box: heavy.box, params: { ink: Math.round(heavy.ink), limit: inkLimit, area: Math.round(heavy.areaMm2) } }]
  }))
  return found.flat()
}
