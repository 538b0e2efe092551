/**
 * Checks on the words of a translation, one a file. Their noise, by `npm run bench:translation`: of 1,357 good published paragraphs
 * opening marks flag 10 (0.74 %), brackets 1, spaces 1; numbers, weekdays, months, doubled words and the glossary none. The doubts
 * about unconfirmed pairs (segmentStatus.ts) flag 9 for a lost link and 3 as too short. `--fix` mends what has one cure: capitals of
 * months, little words typed twice, spaces before commas.
 */
import type { Language } from '../../languages/language.ts'
import { checkBrackets } from './brackets.ts'
import { checkDoubledWords, mendDoubledWords } from './doubledWords.ts'
import { runningText, type CheckedText, type Finding, type TranslatedText } from './finding.ts'
import { checkGlossary } from './glossary.ts'
import { checkMonthCapitals, mendMonthCapitals } from './monthCapitals.ts'
import { checkNumbers } from './numbers.ts'
import { checkOpeningMarks } from './openingMarks.ts'
import { checkSpaces, mendSpaces } from './spaces.ts'
import { checkWeekdays } from './weekdays.ts'

const checks: ((text: CheckedText) => Finding[])[] = [
  checkNumbers, checkWeekdays, checkMonthCapitals, checkOpeningMarks, checkDoubledWords, checkBrackets, checkSpaces, checkGlossary,
]

/** Everything that the checks find in one paragraph. */
export function checkWords(text: TranslatedText): Finding[] {
  const checked = { ...text, sourceProse: runningText(text.source), targetProse: runningText(text.target) }
  return checks.flatMap((check) => check(checked))
}

/** A text with everything mended of which it is certain how; anything else, and code, is left as it is. */
export function mendWords(text: string, language: Language): string {
  const mendProse = (prose: string): string =>
    [mendMonthCapitals, mendDoubledWords, mendSpaces].reduce((mended, mend) => mend(mended, language), prose)
  return text.split(/(`[^`]*`)/).map((part, at) => (at % 2 === 0 ? mendProse(part) : part)).join('')
}
