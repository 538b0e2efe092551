/** The rules over finished pages. Overset is reported by make-up itself, and letters that the fonts lack by textCoverage.ts. */
import type { PageRule } from './pageRules/pageRule.ts'
import { frameOutside } from './pageRules/frameOutside.ts'
import { framesOverlap } from './pageRules/framesOverlap.ts'
import { headlineUnderJump } from './pageRules/headlineUnderJump.ts'
import { jumpArrives } from './pageRules/jumpArrives.ts'
import { orphan, widow } from './pageRules/widowsAndOrphans.ts'

export const pageRules: PageRule[] = [widow, orphan, framesOverlap, frameOutside, jumpArrives, headlineUnderJump]
