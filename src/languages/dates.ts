/** Days of the calendar as plain text. A JS Date never stands for a day here: it would bring a time zone. */
import type { Language } from './language.ts'

/** A day, `2026-11-15`, always with four, two and two digits. */
export type CivilDate = `${number}-${number}-${number}`

/** The day that a text names, or undefined when it is not written `2026-11-15` or is not in the calendar. */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const month = Number(match[2])
  const day = Number(match[3])
  if (month < 1 || month > 12 || day < 1 || day > daysIn(Number(match[1]), month)) return undefined
  return text as CivilDate
}

/** Negative when `a` is earlier, positive when later, 0 on the same day. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A day as a reader of the language writes it: `November 15, 2026`, `15 de noviembre de 2026`. */
export function formatDate(date: CivilDate, language: Language): string {
  if (language === 'en') return `${monthName(date, 'en')} ${dayOf(date)}, ${yearOf(date)}`
  if (language === 'es') return `${dayOf(date)} de ${monthName(date, 'es')} de ${yearOf(date)}`
  return formatterOf(language).format(instantOf(date))
}

/** A period: `November 15 – December 5, 2026`, `15 de noviembre al 5 de diciembre de 2026`. Without `until`, the day alone. */
export function formatPeriod(date: CivilDate, until: CivilDate | undefined, language: Language): string {
  if (until === undefined || compareDates(date, until) >= 0) return formatDate(date, language)
  const primary = language.split('-')[0]!.toLowerCase()
  if (primary === 'es') return formatSpanishPeriod(date, until)
  if (primary === 'en') return formatEnglishPeriod(date, until)
  return formatterOf(language).formatRange(instantOf(date), instantOf(until))
}

function formatEnglishPeriod(date: CivilDate, until: CivilDate): string {
  if (date.slice(0, 4) !== until.slice(0, 4)) return `${formatDate(date, 'en')} – ${formatDate(until, 'en')}`
  const monthAndDay = `${monthName(date, 'en')} ${dayOf(date)}`
  const last = date.slice(0, 7) === until.slice(0, 7) ? `–${dayOf(until)}` : ` – ${monthName(until, 'en')} ${dayOf(until)}`
  return `${monthAndDay}${last}, ${until.slice(0, 4)}`
}

function formatSpanishPeriod(date: CivilDate, until: CivilDate): string {
  const end = formatDate(until, 'es')
  if (date.slice(0, 4) !== until.slice(0, 4)) return `${formatDate(date, 'es')} al ${end}`
  if (date.slice(0, 7) !== until.slice(0, 7)) return `${dayOf(date)} de ${monthName(date, 'es')} al ${end}`
  return `${dayOf(date)} al ${end}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function dayOf(date: CivilDate): number {
  return Number(date.slice(8))
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4))
}

function monthName(date: CivilDate, language: keyof typeof months): string {
  return months[language][Number(date.slice(5, 7)) - 1]!
}

/** As Intl says them, whose tables take longer to open than all else that a short command does with words. */
const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
} as const

/** Noon in UTC: an instant that a formatter set to UTC shows as this very day. */
function instantOf(date: CivilDate): Date {
  return new Date(`${date}T12:00:00Z`)
}

function formatterOf(language: Language): Intl.DateTimeFormat {
  let formatter = formatters.get(language)
  if (!formatter) {
    // The calendar is the copy's own.
    formatter = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' })
    formatters.set(language, formatter)
  }
  return formatter
}

const formatters = new Map<Language, Intl.DateTimeFormat>()
