/**
 * A number of the source that the translation gives otherwise. Separators of thousands and decimals follow the country and are not
 * compared. Small numbers may be written in words, and amounts with K, thousand or million may be written out: no verdict.
 * Only where both sides have a number that the other lacks is one of them taken for the other.
 */
import { largestInWords } from '../anchors.ts'
import type { CheckedText, Finding } from './finding.ts'

export function checkNumbers({ sourceProse, targetProse }: CheckedText): Finding[] {
  const [ours, theirs] = [numbersOf(sourceProse), numbersOf(targetProse)]
  const lost = [...ours].filter(([digits]) => !theirs.has(digits))
  const strange = [...theirs].filter(([digits]) => !ours.has(digits))
  if (lost.length === 0 || lost.length !== strange.length) return []
  return [{ check: 'number-differs', detail: `${lost.map(([, typed]) => typed).join(', ')} → ${strange.map(([, typed]) => typed).join(', ')}` }]
}

/** Digits alone → as they are typed. Times of the day, versions and scaled amounts are left out: languages write them in their own way. */
function numbersOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const match of text.matchAll(/(?<![\p{L}\p{N}.,:/$-])[\p{Sc}]?(\d+(?:[.,\u202f ]\d{3})*(?:[.,]\d+)?)(%?)(?![\p{L}\d:/-]|[.,]\d)/gu)) {
    const after = text.slice(match.index + match[0].length)
    if (/^\s?(?:[KMB]\b|thousand|million|billion|mil\b|millon|millón|[ap]\.?\s?m\b|º|ª|°)/i.test(after)) continue
    const digits = match[1]!.replace(/\D/g, '')
    if (Number(digits) > largestInWords) found.set(digits, match[0])
  }
  return found
}
