import { describe, expect, test } from 'vitest'
import { compareDates, formatDate, formatPeriod, parseCivilDate, type CivilDate } from '../../src/languages/dates.ts'

describe('days', () => {
  test.each(['2026-11-15', '2024-02-29', '2000-02-29', '0001-01-01'])('%s is a day', text => {
    expect(parseCivilDate(text)).toBe(text)
  })

  test.each(['2026-2-3', '2026-02-30', '2026-13-01', '1900-02-29', '2026-00-10', '2026-04-31', '2026-11-15T00:00', ' 2026-11-15', ''])('“%s” is none', text => {
    expect(parseCivilDate(text)).toBeUndefined()
  })

  test('are compared', () => {
    expect(compareDates('2026-11-15', '2026-12-05')).toBeLessThan(0)
    expect(compareDates('2027-01-01', '2026-12-05')).toBeGreaterThan(0)
    expect(compareDates('2026-12-05', '2026-12-05')).toBe(0)
  })

  test.each([
    ['en', 'November 15, 2026'], ['es', '15 de noviembre de 2026'], ['pt', '15 de novembro de 2026'], ['hi', '15 नवंबर 2026'],
  ])('in %s', (language, text) => {
    expect(formatDate('2026-11-15', language)).toBe(text)
  })

  test.each([['en', 'en-US'], ['es', 'es']])('in %s are those of Intl, in every month', (language, locale) => {
    const formatter = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' })
    for (let month = 1; month <= 12; month++) {
      for (const date of [`2026-${String(month).padStart(2, '0')}-05`, `0987-${String(month).padStart(2, '0')}-28`] as CivilDate[]) {
        expect(formatDate(date, language)).toBe(formatter.format(new Date(`${date}T12:00:00Z`)))
      }
    }
  })

  test('are the same on every machine, whatever its time zone', () => {
    const zone = process.env.TZ
    for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env.TZ = name
      expect(formatDate('2026-01-01', 'en-GB')).toBe('1 January 2026')
    }
    process.env.TZ = zone
  })
})

describe('periods', () => {
  const periods: [CivilDate, CivilDate | undefined, string, string][] = [
    ['2026-11-15', '2026-12-05', 'November 15 – December 5, 2026', '15 de noviembre al 5 de diciembre de 2026'],
    ['2026-11-15', '2026-11-20', 'November 15–20, 2026', '15 al 20 de noviembre de 2026'],
    ['2026-12-15', '2027-01-05', 'December 15, 2026 – January 5, 2027', '15 de diciembre de 2026 al 5 de enero de 2027'],
    ['2026-11-15', undefined, 'November 15, 2026', '15 de noviembre de 2026'],
    ['2026-11-15', '2026-11-15', 'November 15, 2026', '15 de noviembre de 2026'],
    ['2026-11-15', '2026-11-01', 'November 15, 2026', '15 de noviembre de 2026'],
  ]
  test.each(periods)('from %s to %s', (date, until, english, spanish) => {
    expect(formatPeriod(date, until, 'en')).toBe(english)
    expect(formatPeriod(date, until, 'es')).toBe(spanish)
  })

  test('in other languages as their readers write them', () => {
    expect(formatPeriod('2026-11-15', '2026-12-05', 'fr').replace(/\s/g, ' ')).toBe('15 novembre – 5 décembre 2026')
  })
})
