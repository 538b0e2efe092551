/** Random edits of random pairs, each with its known outcome. Seeded: every run tries the same cases. */
import { describe, expect, test } from 'vitest'
import { pageOf, pairOf, recordOf, statusIn, storyOf, verdictsOf } from './stories.ts'

const cases = 12

const words: [string, string][] = [
  ['driver', 'chofer'], ['night', 'noche'], ['engine', 'motor'], ['window', 'ventana'], ['supervisor', 'supervisora'], ['kitchen', 'cocina'],
  ['paper', 'papel'], ['signature', 'firma'], ['winter', 'invierno'], ['machine', 'máquina'], ['ladder', 'escalera'], ['bread', 'pan'],
  ['canteen', 'comedor'], ['timetable', 'horario'], ['warehouse', 'bodega'], ['contract', 'contrato'], ['laundry', 'lavandería'],
  ['harbor', 'puerto'], ['crane', 'grúa'], ['morning', 'mañana'], ['friend', 'amiga'], ['letter', 'carta'], ['street', 'calle'],
  ['meeting', 'reunión'], ['payslip', 'recibo'], ['stairwell', 'escalón'], ['blanket', 'manta'], ['mechanic', 'mecánico'], ['rain', 'lluvia'],
  ['bridge', 'puente'], ['apprentice', 'aprendiz'], ['wages', 'salarios'], ['market', 'mercado'], ['teacher', 'maestra'], ['river', 'río'],
]

/** A generator of numbers from 0 up to 1; mulberry32, by Tommy Ettinger. */
function randomOf(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface Case {
  source: string[]
  target: string[]
  pick(limit: number): number
  /** Two sentences in both languages, unlike any other. */
  paragraph(): [string, string]
}

function caseOf(seed: number): Case {
  const random = randomOf(seed)
  const pick = (limit: number): number => Math.floor(random() * limit)
  const sentence = (): [string, string] => {
    const chosen = Array.from({ length: 4 + pick(5) }, () => words[pick(words.length)]!)
    const number = 10 + pick(980)
    return [`The ${chosen.map(([word]) => word).join(' and the ')} of ${number}.`, `La ${chosen.map(([, word]) => word).join(' y la ')} de ${number}.`]
  }
  const paragraph = (): [string, string] => {
    const [one, two] = [sentence(), sentence()]
    return [`${one[0]} ${two[0]}`, `${one[1]} ${two[1]}`]
  }
  const pairs = Array.from({ length: 4 + pick(7) }, paragraph)
  return { source: pairs.map(([source]) => source), target: pairs.map(([, target]) => target), pick, paragraph }
}

/** The states after an edit of the source, the translation or both, against the record of the pair as it was. */
function statesAfter(seed: number, edit: (pair: Case) => { source?: string[]; target?: string[] } | undefined): string[] | undefined {
  const pair = caseOf(seed)
  const record = recordOf(pairOf(pair.source, pair.target))
  const edited = edit({ ...pair, source: [...pair.source], target: [...pair.target] })
  if (!edited) return undefined
  return statusIn(pairOf(edited.source ?? pair.source, edited.target ?? pair.target), record).segments.map(({ state }) => state)
}

function replaced(list: string[], at: number, ...items: string[]): string[] {
  return [...list.slice(0, at), ...items, ...list.slice(at + 1)]
}

/** All paragraphs current but some. */
function onlyState(length: number, exceptions: Record<number, string>): string[] {
  return Array.from({ length }, (_, at) => exceptions[at] ?? 'current')
}

const otherNumber = (text: string): string => text.replace(/\d+/, (number) => String(Number(number) + 1))

describe.each(Array.from({ length: cases }, (_, seed) => seed + 1))('pair %i', (seed) => {
  const { source, target, pick, paragraph } = caseOf(seed)
  const size = source.length + 1
  const at = pick(source.length)

  test('line breaks, quotation marks, entities and dashes are no change', () => {
    const dressed = source.map((text) => `"${text}" --- it's said`)
    const record = recordOf(pairOf(dressed, target))
    const undressed = source.map((text) => `“${text.replaceAll(' ', '\n').replace('the', 't&#104;e')}” — it’s  said`)
    expect(verdictsOf(statusIn(pairOf(undressed, target), record))).toEqual(Array(size).fill('current'))
  })

  test('the order of the front matter is no change', () => {
    const front = ['title: The depot', 'deck: A night shift', 'kicker: Buses']
    const translated = 'title: La terminal\ndeck: Un turno de noche\nkicker: Buses\nfrom: en'
    const storyWith = (lines: string[]): ReturnType<typeof storyOf> => storyOf({ en: pageOf(lines.join('\n'), source), es: pageOf(translated, target) })
    expect(statusIn(storyWith(front.toReversed()), recordOf(storyWith(front))).state).toBe('current')
  })

  test('another number makes its paragraph stale, and no other', () => {
    expect(statesAfter(seed, () => ({ source: replaced(source, at, otherNumber(source[at]!)) }))).toEqual(onlyState(size, { [at + 1]: 'stale' }))
  })

  test('another sentence makes its paragraph stale, and no other', () => {
    const longer = `${source[at]!} Yesterday somebody painted seven doors green without asking anyone.`
    expect(statesAfter(seed, () => ({ source: replaced(source, at, longer) }))).toEqual(onlyState(size, { [at + 1]: 'stale' }))
  })

  test('a change taken back is no change', () => {
    const story = pairOf(source, target)
    const record = recordOf(story)
    expect(statusIn(pairOf(replaced(source, at, otherNumber(source[at]!)), target), record).state).toBe('stale')
    expect(statusIn(story, record).state).toBe('current')
  })

  test('a new paragraph is untranslated, and no other', () => {
    const [fresh] = paragraph()
    expect(statesAfter(seed, () => ({ source: [...source.slice(0, at), fresh, ...source.slice(at)] }))).toEqual(onlyState(size + 1, { [at + 1]: 'untranslated' }))
  })

  test('a paragraph that is gone leaves its translation without a source', () => {
    expect(statesAfter(seed, () => ({ source: [...source.slice(0, at), ...source.slice(at + 1)] }))).toEqual(onlyState(size, { [at + 1]: 'removed' }))
  })

  test('a translation that is gone leaves its paragraph untranslated', () => {
    expect(statesAfter(seed, () => ({ target: [...target.slice(0, at), ...target.slice(at + 1)] }))).toEqual(onlyState(size, { [at + 1]: 'untranslated' }))
  })

  test('moving, splitting and merging paragraphs of the source makes nothing stale', () => {
    const current = Array(size).fill('current')
    const without = [...source.slice(0, at), ...source.slice(at + 1)]
    const to = pick(without.length + 1)
    expect(statesAfter(seed, () => ({ source: [...without.slice(0, to), source[at]!, ...without.slice(to)] }))).toEqual(current)
    const [first, second] = source[at]!.split(/(?<=\.) /)
    expect(statesAfter(seed, () => ({ source: replaced(source, at, first!, second!) }))).toEqual(current)
    const from = Math.min(at, source.length - 2)
    const merged = [...source.slice(0, from), `${source[from]!} ${source[from + 1]!}`, ...source.slice(from + 2)]
    expect(statesAfter(seed, () => ({ source: merged }))).toEqual(current.slice(1))
  })

  test('splitting, merging and revising the translation makes nothing stale', () => {
    const current = Array(size).fill('current')
    const [first, second] = target[at]!.split(/(?<=\.) /)
    expect(statesAfter(seed, () => ({ target: replaced(target, at, first!, second!) }))).toEqual(current)
    expect(statesAfter(seed, () => ({ target: replaced(target, at, `${target[at]!} Así fue.`) }))).toEqual(current)
  })

  test('editing or confirming one paragraph never makes another current', () => {
    const other = (at + 1 + pick(source.length - 1)) % source.length
    const changed = replaced(replaced(source, at, otherNumber(source[at]!)), other, otherNumber(source[other]!))
    const revised = replaced(target, at, otherNumber(target[at]!))
    const record = recordOf(pairOf(source, target))
    const story = pairOf(changed, revised)
    expect(statusIn(story, record).segments.map(({ state }) => state)).toEqual(onlyState(size, { [at + 1]: 'stale', [other + 1]: 'stale' }))
    const confirmed = recordOf(story, 'es', record, at + 2)
    expect(statusIn(story, confirmed).segments.map(({ state }) => state)).toEqual(onlyState(size, { [other + 1]: 'stale' }))
  })

  test('confirming paragraph by paragraph ends where confirming all does', () => {
    const other = (at + 1) % source.length
    const changed = replaced(replaced(source, at, otherNumber(source[at]!)), other, otherNumber(source[other]!))
    const record = recordOf(pairOf(source, target))
    const story = pairOf(changed, target)
    const both = recordOf(story, 'es', recordOf(story, 'es', record, at + 2), other + 2)
    expect(statusIn(story, both).state).toBe('current')
  })
})
