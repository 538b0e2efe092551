/**
 * Type: a paragraph becomes lines. Copy is evened out, words are measured and divided, Knuth and Plass choose where lines end, and
 * each line is set to its measure. Widths come in from the caller; no font is known here.
 */
import { toCopy, type Copy } from './copy.ts'
import { balanceLines } from './headline.ts'
import { toItems, type Elasticity } from './itemising.ts'
import type { Items } from './items.ts'
import type { Line, Measurer } from './line.ts'
import { breakLines, type BreakSettings } from './lineBreaking.ts'
import type { Paragraph } from '../flow/paragraph.ts'
import { toLines } from './setting.ts'
import { TypeCase } from './typeCase.ts'

/**
 * The paragraph's lines at this measure (points). Never fails: where words do not fit, spaces grow; where a word is wider than
 * the measure, it is cut at any letter. A paragraph without text has no lines. The measurer's width must include `style.tracking`
 * after every glyph, spaces too.
 */
export function setParagraph(paragraph: Paragraph, measure: number, measurer: Measurer): Line[] {
  const copy = toCopy(paragraph.spans)
  if (copy.text === '') return []
  const typeCase = typeCaseFor(measurer)
  const width = measure - paragraph.left - paragraph.right
  const firstWidth = width - paragraph.indent
  const elasticity = elasticityOf(paragraph.align)
  const items = toItems(copy, { ...paragraph, narrowest: Math.min(width, firstWidth) }, elasticity, typeCase)
  const breaks = chooseBreaks(items, paragraph.align, firstWidth, width, divisionIn(width, copy))
  return toLines(copy, items, breaks, paragraph, measure, elasticity, measurer)
}

/**
 * A justified paragraph in exactly so many lines, as a compositor sets it a line longer or shorter to bring a column down to its foot
 * (TeX calls it looseness). No lines where it would have a runt, or a line that is looser than `decent`.
 */
export function setInLines(paragraph: Paragraph, measure: number, lines: number, measurer: Measurer): Line[] {
  const copy = toCopy(paragraph.spans)
  if (copy.text === '' || paragraph.align !== 'justify') return []
  const width = measure - paragraph.left - paragraph.right
  const firstWidth = width - paragraph.indent
  const items = toItems(copy, { ...paragraph, narrowest: Math.min(width, firstWidth) }, justified, typeCaseFor(measurer))
  const breaks = breakLines(items, {
    firstWidth, width, raggedStretch: 0, division: divisionIn(width, copy), level: 1, tolerance: decent, accept: 'fitting', lines,
  })
  return breaks ? toLines(copy, items, breaks, paragraph, measure, justified, measurer) : []
}

/** How far a line may be stretched for the sake of its column's foot: its spaces to less than twice their width. */
const decent = 1.5

/**
 * A headline's lines: as few as the measure asks for, evenly filled, never hyphenated unless a word is wider than the measure.
 * `align` is the paragraph's; justified headlines are set ragged.
 */
export function setHeadline(paragraph: Paragraph, measure: number, measurer: Measurer): Line[] {
  const copy = toCopy(paragraph.spans)
  if (copy.text === '') return []
  const ragged: Paragraph = { ...paragraph, align: paragraph.align === 'justify' ? 'left' : paragraph.align, indent: 0 }
  const elasticity = elasticityOf(ragged.align)
  const width = measure - ragged.left - ragged.right
  const items = toItems(copy, { ...ragged, hyphenate: false, narrowest: width }, elasticity, typeCaseFor(measurer))
  const breaks = balanceLines(items, copy, ragged.language, width)
  return breaks ? toLines(copy, items, breaks, ragged, measure, elasticity, measurer) : setParagraph(ragged, measure, measurer)
}

/**
 * How far justified type gives. Letters give by what is hardly seen, two hundredths: of an em between them, of their width in
 * themselves. Programs that take text out of a PDF see no space where less than 0.15 em is left between two words, so a tight
 * line keeps 0.16: of the house serif's space (0.237 em) go `spaceShrink`, and the tracking of the letter before it.
 *
 * Found by a seeded search of 300 steps on half of the sample's paragraphs, judged on the other half: 120, 168 and 229 pt, both
 * languages, counting what `npm run bench:type` counts. At 168 pt (9.7 pt type, four columns of a tabloid) deviation of gaps,
 * loose lines, lines with hyphens, English | Spanish:
 *   letters ±0 %, tracking ±0.02 em   0.082 1.7 % 7.1 % | 0.079 1.4 % 13.4 %
 *   letters ±2 %, tracking ±0.01 em   0.075 1.6 % 7.1 % | 0.073 1.1 % 12.6 %
 *   letters ±2 %, tracking ±0.02 em   0.062 0.4 % 4.2 % | 0.061 0.3 %  7.3 %   (here; 0.056 0.5 % 4.1 % | 0.054 0.4 % 7.9 % where
 *                                                                               letters go ahead of spaces, and none stands alone)
 *   letters ±3 %, tracking ±0.02 em   0.056 0.1 % 2.2 % | 0.057 0.1 %  4.8 %   (seen: lines above each other differ in weight)
 * Type of 9.5 pt brings nothing (0.060 0.3 % 3.6 % | 0.063 0.4 % 6.9 %).
 */
export const justified: Elasticity = {
  spaceStretch: 0.085, spaceShrink: 0.054, trackingStretch: 0.02, trackingShrink: 0.02, expansion: 0.02, hang: { left: true, right: true },
}

/** Ragged type gives nothing; its straight edge is an optical one. */
function elasticityOf(align: Paragraph['align']): Elasticity {
  if (align === 'justify') return justified
  return { spaceStretch: 0, spaceShrink: 0, trackingStretch: 0, trackingShrink: 0, expansion: 0, hang: { left: align === 'left', right: align === 'right' } }
}

/** Tries without hyphens, then with them, and at last takes what there is. */
function chooseBreaks(items: Items, align: Paragraph['align'], firstWidth: number, width: number, division: number): number[] {
  const raggedStretch = align === 'justify' ? 0 : width * raggedRoom
  const settings = { firstWidth, width, raggedStretch, division: align === 'justify' ? division : 1 }
  for (const pass of align === 'justify' ? justifiedPasses : raggedPasses) {
    const breaks = breakLines(items, { ...settings, ...pass })
    if (breaks) return breaks
  }
  return breakLines(items, { ...settings, level: 2, tolerance: Infinity, accept: 'anything' })!
}

/** What of its price a divided word costs in justified type of this measure. */
function divisionIn(width: number, { stretches }: Copy): number {
  return Math.min(1, (narrow * stretches[0]!.style.size / width) ** 2)
}

/** Ems up to which a measure is narrow. In a wider one few words need be divided, so that each may cost less and leave its lines more even. */
const narrow = 18.3

type Pass = Pick<BreakSettings, 'level' | 'tolerance' | 'accept'>

const justifiedPasses: Pass[] = [
  { level: 0, tolerance: 1, accept: 'fitting' },
  { level: 1, tolerance: 6, accept: 'fitting' },
]

/** Ragged lines shorter than the measure by this part of it have a stretch ratio of 1. */
const raggedRoom = 0.15

const raggedPasses: Pass[] = [
  { level: 0, tolerance: 3, accept: 'fitting' },
  { level: 1, tolerance: 3, accept: 'fitting' },
]

/** Each measurer's words, for as long as the measurer lives. */
const typeCases = new WeakMap<Measurer, TypeCase>()

function typeCaseFor(measurer: Measurer): TypeCase {
  let typeCase = typeCases.get(measurer)
  if (!typeCase) typeCases.set(measurer, (typeCase = new TypeCase(measurer)))
  return typeCase
}
