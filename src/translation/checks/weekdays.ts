/** A weekday that does not fit its date: `Monday, November 15, 2026` was no Monday. Source of the method: T. Sakamoto's algorithm. */
import { primary, runningText, type Finding, type TranslatedText } from './finding.ts'

const names: Record<string, { days: string[]; months: string[]; pattern: (days: string, months: string) => RegExp }> = {
  en: {
    days: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    months: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
    pattern: (days, months) => new RegExp(`\\b(?<weekday>${days}),? (?<month>${months}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`, 'giu'),
  },
  es: {
    days: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    months: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
    pattern: (days, months) => new RegExp(`\\b(?<weekday>${days}),? (?<day>\\d{1,2}) de (?<month>${months}) del? (?<year>\\d{4})\\b`, 'giu'),
  },
}

export function checkWeekdays({ target, into }: TranslatedText): Finding[] {
  const language = names[primary(into)]
  if (!language) return []
  const pattern = language.pattern(language.days.join('|'), language.months.join('|'))
  return [...runningText(target).matchAll(pattern)].flatMap(({ 0: typed, groups }) => {
    const month = language.months.indexOf(groups!.month!.toLowerCase()) + 1
    const weekday = weekdayOf(Number(groups!.year), month, Number(groups!.day))
    return language.days[weekday] === groups!.weekday!.toLowerCase() ? [] : [{ check: 'weekday-wrong' as const, detail: `${typed}: ${language.days[weekday]}` }]
  })
}

/** 0 is Sunday. */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]! + day) % 7
}
