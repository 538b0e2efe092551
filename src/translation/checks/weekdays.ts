/** A weekday that does not fit its date: `Monday, November 15, 2026` was no Monday. Source of the method: T. Sakamoto's algorithm. */
import { primary, type CheckedText, type Finding } from './finding.ts'

interface Calendar {
  days: string[]
  months: string[]
  /** A weekday with its whole date. */
  date: RegExp
}

const calendars: Record<string, Calendar> = {
  en: calendarOf(
    'sunday monday tuesday wednesday thursday friday saturday',
    'january february march april may june july august september october november december',
    (days, months) => `\\b(?<weekday>${days}),? (?<month>${months}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`,
  ),
  es: calendarOf(
    'domingo lunes martes miércoles jueves viernes sábado',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    (days, months) => `\\b(?<weekday>${days}),? (?<day>\\d{1,2}) de (?<month>${months}) del? (?<year>\\d{4})\\b`,
  ),
}

function calendarOf(days: string, months: string, date: (days: string, months: string) => string): Calendar {
  const eitherOf = (words: string): string => words.replaceAll(' ', '|')
  return { days: days.split(' '), months: months.split(' '), date: new RegExp(date(eitherOf(days), eitherOf(months)), 'giu') }
}

export function checkWeekdays({ targetProse, into }: CheckedText): Finding[] {
  const calendar = calendars[primary(into)]
  if (!calendar) return []
  return [...targetProse.matchAll(calendar.date)].flatMap(({ 0: typed, groups }) => {
    const month = calendar.months.indexOf(groups!.month!.toLowerCase()) + 1
    const weekday = weekdayOf(Number(groups!.year), month, Number(groups!.day))
    return calendar.days[weekday] === groups!.weekday!.toLowerCase() ? [] : [{ check: 'weekday-wrong' as const, detail: `${typed}: ${calendar.days[weekday]}` }]
  })
}

/** 0 is Sunday. */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]! + day) % 7
}
