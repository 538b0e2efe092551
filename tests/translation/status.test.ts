import { describe, expect, test } from 'vitest'
import { toStoryStatus } from '../../src/translation/storyStatus.ts'
import { pairOf, recordOf, statusIn, storyOf, verdictsOf, pageOf } from './stories.ts'

const english = [
  'The depot opens at 4 in the morning, and the first drivers are there an hour before.',
  'Nobody is paid for the hour that the buses stand in the yard with their engines running.',
  'In the canteen a mechanic reads the new timetable aloud and everybody laughs at the third page.',
]
const spanish = [
  'La terminal abre a las 4 de la mañana, y los primeros choferes llegan una hora antes.',
  'Nadie cobra la hora que los buses pasan en el patio con el motor encendido.',
  'En el comedor un mecánico lee en voz alta el nuevo horario y todos se ríen de la tercera página.',
]
const pair = pairOf(english, spanish)
const record = recordOf(pair)

/** The pair after somebody changed the source, the translation or both. */
function after(source: string[], target = spanish): ReturnType<typeof statusIn> {
  return statusIn(pairOf(source, target), record)
}

describe('a story as a whole', () => {
  test('is the original in the language it was written in', () => {
    expect(statusIn(pair, undefined, 'en')).toMatchObject({ state: 'original', source: 'en', segments: [] })
  })

  test('is missing where there is no file, with every paragraph still to translate', () => {
    const status = statusIn(storyOf({ en: pageOf('title: The depot', english) }))
    expect(status).toMatchObject({ state: 'missing', source: 'en', file: 'issues/17-01/depot/es.md' })
    expect(verdictsOf(status)).toEqual(Array(4).fill('untranslated not-translated'))
    expect(status.wordsLeft).toBe(status.words)
  })

  test('is a draft until somebody confirms it, and current then', () => {
    expect(statusIn(pair).state).toBe('draft')
    expect(verdictsOf(statusIn(pair))).toEqual(Array(4).fill('current unconfirmed'))
    expect(statusIn(pair, record)).toMatchObject({ state: 'current', wordsLeft: 0 })
  })

  test('is stale when its source says something else', () => {
    const status = after([english[0]!.replace('4', '5'), ...english.slice(1)])
    expect(status.state).toBe('stale')
    expect(status.wordsLeft).toBe(17)
  })

  test('is stale when its source gained or lost a paragraph', () => {
    expect(after([...english, 'On Monday the night shift votes on the list.']).state).toBe('stale')
    expect(after(english.slice(0, 2)).state).toBe('stale')
  })

  test('is a draft when a paragraph was taken out of the translation', () => {
    expect(after(english, spanish.slice(0, 2)).state).toBe('draft')
  })

  test('a record that was made from another language does not count', () => {
    expect(statusIn(pair, { ...record, from: 'fr' }).state).toBe('draft')
  })
})

describe('a paragraph', () => {
  test('is told with both texts, both lines and the source as it was', () => {
    const changed = english[0]!.replace('4', '5')
    expect(after([changed, ...english.slice(1)]).segments[1]).toEqual({
      number: 2, kind: 'paragraph', state: 'stale', change: 'content', sourceLine: 5, line: 6,
      source: changed, target: spanish[0], oldSource: english[0], words: 17, reasons: [], findings: [],
    })
  })

  test('whose translation was only revised is current', () => {
    expect(verdictsOf(after(english, [spanish[0]!, `${spanish[1]!} Nunca.`, spanish[2]!]))[2]).toBe('current revised')
  })

  test('changed on both sides is stale until confirmed', () => {
    const status = after([english[0]!, english[1]!.replace('Nobody', 'Everybody'), english[2]!], [spanish[0]!, spanish[1]!.replace('Nadie', 'Todo el mundo'), spanish[2]!])
    expect(verdictsOf(status)[2]).toBe('stale content both-changed')
  })

  test('whose translation still has a name that the source dropped is stale, at the head of a sentence too', () => {
    const named = recordOf(pairOf(['Rosa reads the list aloud in the canteen.'], ['Rosa lee la lista en voz alta en el comedor.']))
    const verdict = (source: string, target: string): string => verdictsOf(statusIn(pairOf([source], [target]), named))[1]!
    expect(verdict('Marta reads the list aloud in the canteen.', 'Rosa lee la lista en voz alta en el comedor.')).toBe('stale content')
    expect(verdict('Rosa reads the list again in the canteen.', 'Rosa lee la lista en voz alta en el comedor.')).toBe('current copyedit')
  })

  test('of code is stale when one word of it changed, and current when the translation repeats it', () => {
    const fenced = (code: string): string => `\`\`\`\n${code}\n\`\`\``
    const code = recordOf(pairOf([fenced('npm run depot')], [fenced('npm run depot')]))
    const verdict = (source: string, target: string): string => verdictsOf(statusIn(pairOf([fenced(source)], [fenced(target)]), code))[1]!
    expect(verdict('npm run depot --fast', 'npm run depot')).toBe('stale content')
    expect(verdict('npm run  depot', 'npm run depot')).toBe('current')
    expect(verdict('npm run depot 2', 'npm run depot 2')).toBe('current format revised')
  })

  test('whose source is gone is removed, with the line where it stands', () => {
    const status = after([english[0]!, english[2]!])
    expect(verdictsOf(status)[2]).toBe('removed content source-gone')
    expect(status.segments[2]).toMatchObject({ line: 8, sourceLine: null, source: '', target: spanish[1], oldSource: english[1] })
  })

  test('that only the translation has is removed', () => {
    expect(verdictsOf(after(english, [...spanish, 'Nota de la redacción: los nombres fueron cambiados.'])).at(-1)).toBe('removed no-source')
  })

  test('whose translation is gone is untranslated', () => {
    expect(verdictsOf(after(english, [spanish[0]!, spanish[2]!]))[2]).toBe('untranslated translation-gone')
  })

  test('left in the language of its source is untranslated, confirmed or not', () => {
    const copied = pairOf(english, [spanish[0]!, english[1]!, spanish[2]!])
    expect(verdictsOf(statusIn(copied))[2]).toBe('untranslated left-in-source')
    expect(verdictsOf(statusIn(copied, recordOf(copied)))[2]).toBe('untranslated left-in-source')
    expect(verdictsOf(after(english, [spanish[0]!, english[1]!, spanish[2]!]))[2]).toBe('untranslated left-in-source')
  })

  test('left in the language of its source on purpose is current once it is named', () => {
    const copied = pairOf(english, [spanish[0]!, english[1]!, spanish[2]!])
    expect(verdictsOf(statusIn(copied, recordOf(copied, 'es', undefined, 3)))[2]).toBe('current kept')
  })

  test('left out on purpose is current once it is named', () => {
    const shorter = pairOf(english, spanish.slice(0, 2))
    const first = recordOf(shorter)
    expect(statusIn(shorter, first).state).toBe('draft')
    const second = recordOf(shorter, 'es', first, 4)
    expect(verdictsOf(statusIn(shorter, second))[3]).toBe('current left-out')
    expect(statusIn(shorter, second).state).toBe('current')
  })

  test('added on purpose is current once it is named', () => {
    const longer = pairOf(english, [...spanish, 'Nota de la redacción: los nombres fueron cambiados.'])
    expect(verdictsOf(statusIn(longer, recordOf(longer, 'es', recordOf(longer), 5))).at(-1)).toBe('current added')
  })

  test('split by the translator is followed', () => {
    const [first, second] = ['En el comedor un mecánico lee en voz alta el nuevo horario.', 'Todos se ríen de la tercera página.']
    expect(verdictsOf(after(english, [...spanish.slice(0, 2), first!, second!]))).toEqual([...Array(3).fill('current'), 'current revised'])
  })

  test('split in the source is followed', () => {
    const status = after([...english.slice(0, 2), 'In the canteen a mechanic reads the new timetable aloud', 'and everybody laughs at the third page.'])
    expect(verdictsOf(status)).toEqual([...Array(3).fill('current'), 'current split'])
  })

  test('merged with another in the source is followed', () => {
    const status = after([english[0]!, `${english[1]!} ${english[2]!}`])
    expect(verdictsOf(status)).toEqual(['current', 'current', 'current merged'])
    expect(status.segments[2]!.target).toBe(`${spanish[1]!} ${spanish[2]!}`)
  })

  test('moved in the source is followed, and quiet when the translation went along', () => {
    const moved = [english[2]!, english[0]!, english[1]!]
    expect(verdictsOf(after(moved))).toEqual(['current', 'current moved', 'current', 'current'])
    expect(verdictsOf(after(moved, [spanish[2]!, spanish[0]!, spanish[1]!]))).toEqual(Array(4).fill('current'))
  })

  test('that was never translated is not taken for new in the source', () => {
    const begun = recordOf(pairOf(english, spanish.slice(0, 2)))
    const later = statusIn(pairOf([...english, 'On Monday the night shift votes on the list.'], spanish.slice(0, 2)), begun)
    expect(verdictsOf(later).slice(3)).toEqual(['untranslated not-translated', 'untranslated new-in-source'])
    expect(verdictsOf(statusIn(pairOf(english, spanish), begun))[3]).toBe('current unconfirmed')
  })

  test('translated from a stale translation is stale too', () => {
    const texts = {
      en: pageOf('title: The depot', english),
      es: pageOf('title: La terminal\nfrom: en', spanish),
      pt: pageOf('title: O terminal\nfrom: es', [
        'O terminal abre às 4 da manhã, e os primeiros motoristas chegam uma hora antes.',
        'Ninguém recebe pela hora que os ônibus passam no pátio com o motor ligado.',
        'No refeitório um mecânico lê em voz alta o novo horário e todos riem da terceira página.',
      ]),
    }
    const [es, pt] = [recordOf(storyOf(texts)), recordOf(storyOf(texts), 'pt')]
    const changed = storyOf({ ...texts, en: texts.en.replace('4', '5') })
    expect(statusIn(changed, pt, 'pt')).toMatchObject({ state: 'current', source: 'es' })
    const status = toStoryStatus(changed, 'pt', pt, statusIn(changed, es))
    expect(status.state).toBe('stale')
    expect(verdictsOf(status)).toEqual(['current', 'stale content source-older', 'current', 'current'])
  })
})
