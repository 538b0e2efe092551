/** Spanish questions and exclamations open with ¿ and ¡. Titles in quotation marks keep the marks of their own language. */
import { primary, type CheckedText, type Finding } from './finding.ts'

export function checkOpeningMarks({ targetProse, into }: CheckedText): Finding[] {
  if (primary(into) !== 'es') return []
  const text = targetProse.replace(/"[^"]*"/g, ' ').replace(/\([?!]+\)/g, ' ')
  // A question may exclaim: ¿Qué? ¡Cómo! ¿¡Y ahora!? ¡Y ahora? Each needs one opening mark, of either kind.
  const closed = text.match(/[\p{L}\p{N})][?!]+/gu) ?? []
  const opened = text.match(/[¿¡]+/g) ?? []
  return closed.length > opened.length ? [{ check: 'opening-mark', detail: lastWords(text, closed[opened.length]!) }] : []
}

function lastWords(text: string, end: string): string {
  const to = text.indexOf(end) + end.length
  return text.slice(0, to).trim().split(' ').slice(-5).join(' ')
}
