import { describe, expect, test } from 'vitest'
import { checkWords, mendWords } from '../../src/translation/checks/checks.ts'
import type { Term } from '../../src/newsroom/glossary.ts'

const place = { file: 'glossary.yaml' }
const terms: Term[] = [
  { renderings: { en: ['leaflet'], es: ['volante', 'octavilla'] }, forbidden: { es: ['panfleto'] }, place },
  { renderings: { en: ['study group'], es: ['grupo de estudio'] }, forbidden: {}, place },
  { renderings: { en: ['study-action group'], es: ['grupo de estudio y acción'] }, forbidden: {}, place },
]

function found(source: string, target: string): string[] {
  return checkWords({ source, target, from: 'en', into: 'es', terms }).map(({ check, detail }) => `${check}: ${detail}`)
}

describe('the words of a translation', () => {
  test.each([
    ['another number', 'The depot has 214 buses.', 'La terminal tiene 241 autobuses.', 'number-differs: 214 → 241'],
    ['a weekday of another date', 'On Sunday, November 15, 2026', 'El lunes 15 de noviembre de 2026', 'weekday-wrong: lunes 15 de noviembre de 2026: domingo'],
    ['a capital month', 'On February 8 we met.', 'El 8 de Febrero nos reunimos.', 'month-capital: Febrero'],
    ['a question that does not open', 'Who won? We did.', 'Quién ganó? Nosotros.', 'opening-mark: Quién ganó?'],
    ['a word typed twice', 'They went to the yard.', 'Fueron al patio de de la terminal.', 'doubled-word: de de'],
    ['an open bracket', 'The yard (the old one) is shut.', 'El patio (el viejo está cerrado.', 'bracket-open: ('],
    ['a space before a comma', 'Yes, tomorrow.', 'Sí , mañana.', 'space-before-mark: Sí ,'],
    ['a forbidden word, inflected', 'We gave out leaflets.', 'Repartimos panfletos.', 'term-forbidden: panfleto → volante'],
    ['a word that is not agreed on', 'The leaflets are here.', 'Las hojas están aquí.', 'term-missing: leaflet → volante'],
  ])('%s is found', (_, source, target, finding) => {
    expect(found(source, target)).toEqual([finding])
  })

  test.each([
    ['separators of another country', 'It cost 12,345.60 dollars.', 'Costó 12.345,60 dólares.'],
    ['a small number in words', 'All 12 came.', 'Vinieron los doce.'],
    ['a time of the day', 'At 4:30 p.m. it began.', 'Empezó a las 16:30.'],
    ['a scaled amount', 'They made 40 million.', 'Ganaron 40.000.000 en 1998.'],
    ['the right weekday', 'On Sunday, November 15, 2026', 'El domingo 15 de noviembre de 2026'],
    ['the First of May', 'On May 1 we marched.', 'El 1 de Mayo marchamos.'],
    ['a month at the beginning', 'January was cold.', 'Enero fue frío.'],
    ['a title in its own language', 'She read “Who won?” aloud.', 'Leyó en voz alta “Who won?”.'],
    ['a word rightly said twice', 'It was very, very late.', 'Era muy muy tarde.'],
    ['a face', 'See you :)', 'Nos vemos :)'],
    ['a bracket that the source leaves open too', '1) The yard', '1) El patio'],
    ['an agreed word, inflected', 'We gave out leaflets.', 'Repartimos octavillas.'],
    ['the longer of two terms', 'Our study-action group met.', 'Nuestro grupo de estudio y acción se reunió.'],
    ['code', 'Type `a , b` here.', 'Escriba `a , b` aquí.'],
  ])('%s is right', (_, source, target) => {
    expect(found(source, target)).toEqual([])
  })

  test.each([
    ['de', 'Wir meinen, dass die, die die Arbeit tun, auch entscheiden.', []],
    ['fr', 'Nous nous reposons dix minutes.', []],
    ['tr', 'Suyu yavaş yavaş için.', []],
    ['fr', 'Le patio du du dépôt est fermé.', ['doubled-word: du du']],
  ])('in %s are said twice as that language does: %s', (into, target, findings) => {
    expect(checkWords({ source: 'We rest.', target, from: 'en', into, terms: [] }).map(({ check, detail }) => `${check}: ${detail}`)).toEqual(findings)
  })

  test('are mended where it is certain how', () => {
    expect(mendWords('Fue el 8 de Febrero , en el el patio.', 'es')).toBe('Fue el 8 de febrero, en el patio.')
    expect(mendWords('Un panfleto de Rosa Febrero, muy muy viejo. Quién?', 'es')).toBe('Un panfleto de Rosa Febrero, muy muy viejo. Quién?')
    expect(mendWords('In February the the yard was shut.', 'en')).toBe('In February the yard was shut.')
    expect(mendWords('8 de Febrero', 'fr')).toBe('8 de Febrero')
  })
})
