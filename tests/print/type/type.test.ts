import { describe, expect, test } from 'vitest'
import { setHeadline, setInLines, setParagraph } from '../../../src/print/type/type.ts'
import { bold, drawn, joined, measurer, paragraph, plain, rightEdge, seeded } from './builders.ts'

const english = 'The dockers then voted to stay out until the company signed what it had promised in August, and nobody who was in the '
  + 'hall that night will forget how long they sang before they went back to the gates.'
const spanish = 'Los trabajadores de la construcción votaron por continuar la huelga hasta que la empresa firmara lo que había prometido en '
  + 'agosto; nadie de quienes estuvieron aquella noche en la asamblea olvidará cuánto tiempo cantaron antes de volver a las puertas.'

describe('a justified paragraph', () => {
  const lines = setParagraph(paragraph(english), 150, measurer)

  test('fills every line but the last to the measure, give or take what hangs', () => {
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines.slice(0, -1)) {
      expect(rightEdge(line)).toBeGreaterThan(149.99)
      expect(rightEdge(line)).toBeLessThan(153)
      expect(line.width).toBe(150)
    }
  })

  test('leaves the last line as wide as it is', () => {
    const last = lines.at(-1)!
    expect(last.end).toBe('paragraph')
    expect(last.wordSpace).toBe(0)
    expect(last.runs[0]!.style).toBe(plain)
  })

  test('sets letters two hundredths wider or tighter at most, in themselves and between them, and some that far', () => {
    const styles = [100, 120, 150, 200].flatMap((measure) => setParagraph(paragraph(spanish, { language: 'es' }), measure, measurer))
      .flatMap((line) => line.runs.map(({ style }) => style))
    for (const { expansion = 0, tracking = 0, size } of styles) {
      expect(Math.abs(expansion)).toBeLessThanOrEqual(0.02)
      expect(tracking / size).toBeCloseTo(expansion, 9)
    }
    expect(Math.max(...styles.map(({ expansion = 0 }) => expansion))).toBe(0.02)
    expect(Math.min(...styles.map(({ expansion = 0 }) => expansion))).toBeLessThan(-0.01)
  })

  test('lets letters go ahead of spaces, which keep nearer to their natural width until letters can give no more', () => {
    const lines = [100, 120, 150, 200].flatMap((measure) => setParagraph(paragraph(spanish, { language: 'es' }), measure, measurer))
    const loose = lines.filter(({ end, wordSpace, runs: [first] }) => end !== 'paragraph' && wordSpace > 0 && first!.style.expansion! < 0.0199)
    expect(loose.length).toBeGreaterThan(3)
    // 0.085 em of a space's own stretch, in the part that the letters take of theirs.
    for (const { wordSpace, runs: [first] } of loose) expect(wordSpace).toBeLessThan(0.9 * 0.085 * plain.size * (first!.style.expansion! / 0.02))
  })

  test('draws a hyphen where it divides a word, and the text comes back without it', () => {
    const divided = setParagraph(paragraph(spanish, { language: 'es' }), 100, measurer)
    const hyphenated = divided.filter((line) => line.end === 'hyphen')
    expect(hyphenated.length).toBeGreaterThan(0)
    for (const line of hyphenated) expect(line.runs.at(-1)!.text).toMatch(/\p{L}-$/u)
    expect(joined(divided)).toBe(spanish)
  })

  test('divides no word when hyphenation is off', () => {
    const whole = setParagraph(paragraph(spanish, { language: 'es', hyphenate: false }), 100, measurer)
    expect(whole.every((line) => line.end !== 'hyphen')).toBe(true)
  })

  test('divides no word of a language without patterns', () => {
    expect(setParagraph(paragraph(spanish, { language: 'xx' }), 100, measurer).every((line) => line.end !== 'hyphen')).toBe(true)
  })

  test('breaks Spanish between syllables', () => {
    expect(drawn(setParagraph(paragraph(spanish, { language: 'es' }), 92, measurer))).toMatchInlineSnapshot(`
      [
        "Los trabajadores de la",
        "construcción votaron",
        "por continuar la huelga",
        "hasta que la empresa",
        "firmara lo que había",
        "prometido en agosto;",
        "nadie de quienes estu-",
        "vieron aquella noche en",
        "la asamblea olvidará",
        "cuánto tiempo cantaron",
        "antes de volver a las",
        "puertas.",
      ]
    `)
  })
})

describe('edges', () => {
  test('nothing to say is no line', () => {
    expect(setParagraph(paragraph(''), 100, measurer)).toEqual([])
    expect(setParagraph(paragraph(' \n '), 100, measurer)).toEqual([])
    expect(setParagraph(paragraph('', { spans: [] }), 100, measurer)).toEqual([])
    expect(setHeadline(paragraph(' '), 100, measurer)).toEqual([])
  })

  test('indents stand where they are asked for', () => {
    const lines = setParagraph(paragraph(english, { indent: 10, left: 20, right: 5 }), 150, measurer)
    expect(lines[0]!.runs[0]!.x).toBeCloseTo(30)
    expect(lines[1]!.runs[0]!.x).toBeCloseTo(20)
    expect(rightEdge(lines[1]!)).toBeLessThan(147)
  })

  test('a negative indent hangs the first line', () => {
    const lines = setParagraph(paragraph(english, { indent: -10, left: 20 }), 150, measurer)
    expect(lines.slice(0, 2).map((line) => line.runs[0]!.x)).toEqual([10, 20])
  })

  test('ragged, centred and right-aligned lines keep their spaces and lie where they should', () => {
    const left = setParagraph(paragraph(english, { align: 'left' }), 150, measurer)
    const center = setParagraph(paragraph(english, { align: 'center' }), 150, measurer)
    const right = setParagraph(paragraph(english, { align: 'right' }), 150, measurer)
    for (const line of [...left, ...center, ...right]) expect(line.wordSpace).toBe(0)
    for (const line of left) expect(line.runs[0]!.x).toBe(0)
    for (const line of center) expect(line.runs[0]!.x).toBeCloseTo(150 - rightEdge(line))
    expect(rightEdge(right[1]!)).toBeGreaterThanOrEqual(150 - 1e-9)
    expect(left.every((line) => line.end !== 'hyphen')).toBe(true)
  })

  test('quotation marks and full stops hang outside the measure', () => {
    const lines = setParagraph(paragraph('“Out we go,” they said.', { align: 'left' }), 150, measurer)
    expect(lines[0]!.runs[0]!.x).toBeLessThan(0)
  })

  test('a line separator ends its line without spreading it', () => {
    const lines = setParagraph(paragraph('Red Flag\u2028Box 12, Los Angeles'), 200, measurer)
    expect(drawn(lines)).toEqual(['Red Flag', 'Box 12, Los Angeles'])
    expect(lines[0]!.wordSpace).toBe(0)
  })
})

describe('words', () => {
  test('of two styles are one word', () => {
    const spans = [
      { text: 'They said ', style: plain, place: { file: 'en.md' } },
      { text: 'no', style: bold, place: { file: 'en.md' } },
      { text: ', and they said it again', style: plain, place: { file: 'en.md' } },
    ]
    const [line] = setParagraph(paragraph('', { spans }), 300, measurer)
    expect(line!.runs.map((run) => run.text)).toEqual(['They said ', 'no', ', and they said it again'])
    expect(line!.runs[1]!.x).toBeCloseTo(measurer.width('They said ', plain))
    const narrow = drawn(setParagraph(paragraph('', { spans }), 55, measurer))
    expect(narrow.some((text) => text.startsWith(','))).toBe(false)
  })

  test('never part at a no-break space, which widens with the others', () => {
    for (let measure = 40; measure < 120; measure += 3) {
      const text = 'continued on page\u00a08 and on page\u00a09 of this paper today'
      const lines = setParagraph(paragraph(text, { hyphenate: false }), measure, measurer)
      expect(joined(lines)).toBe(text)
      expect(drawn(lines).some((line) => /^\d/.test(line))).toBe(false)
      for (const line of lines.slice(0, -1)) if (/ /.test(line.runs[0]!.text)) expect(rightEdge(line)).toBeGreaterThan(measure - 0.01)
    }
  })

  test('keep their opening marks and rayas', () => {
    const text = '—¿Quién va? —preguntó ella—. ¡Nadie! —respondió el otro—, y —por fin— abrió la puerta —sin prisa—.'
    for (let measure = 50; measure < 160; measure += 5) {
      const lines = drawn(setParagraph(paragraph(text, { language: 'es' }), measure, measurer))
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[¿¡]$|(?:^| )—$/)
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^—[ .,]/)
    }
  })

  test('of one letter end no line where a hyphen helps', () => {
    const copy = 'The crew gave a reason to the company, and a week later the notice came, which I read to everybody in the canteen before the second '
      + 'shift began; nobody had asked for a single hour, and I wrote that down in a letter to the harbor office.'
    const lines = Array.from({ length: 20 }, (_, k) => drawn(setParagraph(paragraph(copy), 120 + 5 * k, measurer)).slice(0, -1)).flat()
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.filter((line) => / [aI] ?$/.test(line))).toEqual([])
    // Where words may not be divided, a line ends there all the same rather than run over.
    const tight = setParagraph(paragraph(copy, { hyphenate: false }), 60, measurer)
    expect(joined(tight)).toBe(copy)
    for (const line of tight) expect(rightEdge(line)).toBeLessThan(66)
  })

  test('may part after a dash between them, and after a stroke', () => {
    const dash = setParagraph(paragraph('we want it all—everybody stayed there today', { hyphenate: false }), 73, measurer)
    expect(drawn(dash)[0]).toBe('we want it all—')
    expect(joined(dash)).toBe('we want it all—everybody stayed there today')
    const stroke = setParagraph(paragraph('las trabajadoras/trabajadores', { hyphenate: false, align: 'left' }), 85, measurer)
    expect(drawn(stroke)).toEqual(['las trabajadoras/', 'trabajadores'])
  })

  test('with digits, in capitals or of addresses are not hyphenated', () => {
    for (const text of ['INTERNATIONAL INTERNATIONAL', 'international2026 international2026']) {
      expect(setParagraph(paragraph(text), 110, measurer).some((line) => line.end === 'hyphen')).toBe(false)
    }
    const address = 'https://www.example.org/international-organization/representatives?language=english'
    const lines = setParagraph(paragraph(`see ${address} today`), 120, measurer)
    expect(joined(lines)).toBe(`see ${address} today`)
    expect(drawn(lines).slice(0, -1).every((line) => !line.endsWith('-'))).toBe(true)
  })

  test('wider than the measure are divided by syllables even where hyphenation is off, and cut at letters at last', () => {
    const lines = setParagraph(paragraph('internationalization', { hyphenate: false }), 60, measurer)
    expect(lines.length).toBeGreaterThan(1)
    expect(joined(lines)).toBe('internationalization')
    const cut = setParagraph(paragraph('x'.repeat(40)), 60, measurer)
    expect(joined(cut)).toBe('x'.repeat(40))
    for (const line of cut) expect(rightEdge(line)).toBeLessThanOrEqual(62)
  })

  test('break at a soft hyphen, which is not seen elsewhere', () => {
    const lines = setParagraph(paragraph('Xochi\u00admilco Xochi\u00admilco', { hyphenate: true }), 84, measurer)
    expect(drawn(lines).join('|')).toBe('Xochimilco Xochi-|milco')
  })
})

describe('places', () => {
  test('a line stands where its first letter stands in the Markdown', () => {
    const place = { file: 'es.md', start: { line: 7, column: 5 } }
    const text = 'uno dos tres cuatro\ncinco seis siete ocho'
    const lines = setParagraph(paragraph('', { spans: [{ text, style: plain, place }], hyphenate: false }), 50, measurer)
    for (const line of lines) {
      const at = text.replace('\n', ' ').indexOf(line.runs[0]!.text)
      const expected = at < 20 ? { line: 7, column: 5 + at } : { line: 8, column: at - 19 }
      expect(line.place).toEqual({ file: 'es.md', start: expected })
    }
    expect(lines.length).toBeGreaterThan(3)
  })

  test('each span has its own, and one without a point has its file alone', () => {
    const spans = [
      { text: 'one two ', style: plain, place: { file: 'a.md', start: { line: 3, column: 1 } } },
      { text: 'three four', style: bold, place: { file: 'b.md' } },
    ]
    const lines = setParagraph(paragraph('', { spans, hyphenate: false }), 38, measurer)
    expect(lines.map((line) => line.place)).toEqual([{ file: 'a.md', start: { line: 3, column: 1 } }, { file: 'b.md' }, { file: 'b.md' }])
  })
})

describe('a paragraph in so many lines', () => {
  const long = `${english} ${english} ${english}`
  const usual = setParagraph(paragraph(long), 150, measurer).length

  test('has them, says the same, and no line of it is very loose', () => {
    const lines = setInLines(paragraph(long), 150, usual + 1, measurer)
    expect(lines).toHaveLength(usual + 1)
    expect(joined(lines)).toBe(long)
    for (const line of lines.slice(0, -1)) expect(line.wordSpace).toBeLessThan(0.3 * plain.size)
    expect(rightEdge(lines.at(-1)!)).toBeGreaterThan(0.2 * 150)
  })

  test('is set as ever in the lines that it takes by itself', () => {
    expect(joined(setInLines(paragraph(long), 150, usual, measurer))).toBe(long)
  })

  test('is given up where it would be seen, where it is ragged, and where there is nothing to say', () => {
    expect(setInLines(paragraph(long), 150, usual + 6, measurer)).toEqual([])
    expect(setInLines(paragraph(long), 150, usual - 3, measurer)).toEqual([])
    expect(setInLines(paragraph('Two words'), 150, 2, measurer)).toEqual([])
    expect(setInLines(paragraph(long, { align: 'left' }), 150, usual, measurer)).toEqual([])
    expect(setInLines(paragraph(''), 150, 1, measurer)).toEqual([])
  })

  test('is not tried with what somebody pasted that has no spaces: its table would fill the memory', () => {
    const pasted = `See ${'x'.repeat(1500)}`
    const lines = setParagraph(paragraph(pasted), 150, measurer)
    expect(joined(lines)).toBe(pasted)
    expect(setInLines(paragraph(pasted), 150, 2_000_000, measurer)).toEqual([])
  })
})

describe('headlines', () => {
  test('are as few lines as fit, evenly filled', () => {
    const lines = drawn(setHeadline(paragraph('Dockers stop the port for six days', { align: 'left' }), 140, measurer))
    expect(lines).toEqual(['Dockers stop the', 'port for six days'])
  })

  test('leave no small word at a line’s end and no lonely word on the last line where there is another way', () => {
    expect(drawn(setHeadline(paragraph('Strike wins the harbor back', { align: 'left' }), 90, measurer))).toEqual(['Strike wins', 'the harbor back'])
    expect(drawn(setHeadline(paragraph('Nobody crosses the line now', { align: 'left' }), 120, measurer)).at(-1)).not.toBe('now')
  })

  test('never run over the measure, whatever their words', () => {
    for (let measure = 20; measure < 200; measure += 7) {
      const lines = setHeadline(paragraph('La internacionalización de las huelgas portuarias', { language: 'es', align: 'left' }), measure, measurer)
      for (const line of lines) expect(rightEdge(line)).toBeLessThanOrEqual(measure + 2)
      expect(joined(lines)).toBe('La internacionalización de las huelgas portuarias')
    }
  })
})

describe('200 random paragraphs at four measures', () => {
  const parts = [
    'the', 'a', 'I', 'y', 'o', 'strike', 'organization', 'trabajadores', 'well-known', 'word—word', '—raya—', '¿Quién?', '“quoted”', '8', 'km', '50%',
    'page\u00a08', 'ÑANDÚ', 'cafe\u0301s', '👩‍👩‍👧‍👦', '🇧🇴', '🔥', 'https://example.org/a/long-path/to_nowhere?x=1&y=2', 'mail@example.org', 'and/or', '(and', 'so)',
    'on.', 'fin;', 'fi', 'ffi', 'supercalifragilisticexpialidocious', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'नमस्ते', 'संगठन', 'x'.repeat(90), '—', '…', '-',
    'study-action', 'don’t', '1917–1921', 'TO', 'AVAVAV',
  ]

  test('lose and double nothing, keep to the measure, and come out the same every time', () => {
    const faults: string[] = []
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed)
      const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!
      const spans = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({
        text: Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(parts)).join(' ') + pick([' ', '', ', ']),
        style: pick([plain, bold]),
        place: { file: 'en.md', start: { line: 1, column: 1 } },
      }))
      const text = spans.map((span) => span.text).join('').trim()
      const changes = { spans, language: pick(['en', 'es', 'xx']), align: pick(['justify', 'justify', 'left', 'center', 'right'] as const) }
      for (const measure of [30, 72, 120, 234]) {
        const set = paragraph('', { ...changes, indent: measure > 30 ? 10 : 0, hyphenate: random() < 0.8 })
        const lines = setParagraph(set, measure, measurer)
        const check = (holds: boolean, fault: string): void => {
          if (!holds) faults.push(`seed ${seed}, measure ${measure}: ${fault}`)
        }
        // A no-break space at which a line had to end all the same is a line's end like any other.
        check(joined(lines).replaceAll('\u00a0', ' ') === text.replaceAll('\u00a0', ' '), joined(lines))
        for (const line of lines) {
          check(rightEdge(line) < measure + 6, `over the measure: ${drawn([line])}`)
          check(line.runs[0]!.x > -6, `left of the measure: ${drawn([line])}`)
          if (line.wordSpace !== 0) check(Math.abs(rightEdge(line) - measure) < 6, `not flush: ${drawn([line])}`)
        }
        const again = setParagraph(set, measure, measure === 72 ? { width: measurer.width } : measurer)
        check(JSON.stringify(again) === JSON.stringify(lines), 'not the same again')
      }
    }
    expect(faults).toEqual([])
  }, 60_000)
})
