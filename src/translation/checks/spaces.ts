/** A space before a comma or a full stop. French and its like put one before other marks; these two never have one. */
import type { Language } from '../../languages/language.ts'
import type { CheckedText, Finding } from './finding.ts'

const before = /(?<=[\p{L}\p{N}]) +([,.])(?=\s|$)/gu

export function checkSpaces({ target }: CheckedText): Finding[] {
  if (!/ [,.]/.test(target)) return []
  const text = target.replace(/`[^`]*`/g, (code) => '`'.repeat(code.length))
  return [...text.matchAll(before)].map(({ index }) => ({ check: 'space-before-mark', detail: target.slice(Math.max(0, index - 12), index + 2) }))
}

export function mendSpaces(text: string, _language: Language): string {
  return text.replace(before, '$1')
}
