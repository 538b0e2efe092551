/** Spanish months and weekdays have no capital inside a sentence. The First of May is a name and keeps its own. */
import type { Language } from '../../languages/language.ts'
import { primary, type CheckedText, type Finding } from './finding.ts'

const months = 'Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Setiembre|Octubre|Noviembre|Diciembre'
const weekdays = 'Lunes|Martes|Miércoles|Jueves|Viernes|Sábado|Domingo'

const inside = new RegExp(
  `(?<=\\b(?:[2-9]|[12]\\d|3[01]) de )(?:${months})\\b(?! de \\p{Lu})|(?<=\\b(?:en|desde|hasta|a partir de) )(?:${months})(?= (?:de|del) \\d{4})` +
  `|(?<=\\p{Ll} (?:el|los|este|cada|del|al) )(?:${weekdays})(?=s?,? (?:\\d|por la|a las|en la))`,
  'gu',
)

export function checkMonthCapitals({ targetProse, into }: CheckedText): Finding[] {
  if (primary(into) !== 'es') return []
  return [...targetProse.matchAll(inside)].map(([typed]) => ({ check: 'month-capital', detail: typed }))
}

export function mendMonthCapitals(text: string, language: Language): string {
  return primary(language) === 'es' ? text.replace(inside, (name) => name.toLowerCase()) : text
}
