import { describe, expect, test } from 'vitest'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { checkTextCoverage } from '../../../src/print/preflight/textCoverage.ts'
import { setParagraph } from '../../../src/print/type/type.ts'
import { frame, layout, line, page, picture } from '../pdf/pages.ts'

const fonts = openFonts()
const pageOf = (...texts: string[]) => layout(page(1, [picture('a.jpg', 'A'), frame(texts.map((text) => line(fonts, [text], 'paragraph')))]))

describe('text coverage', () => {
  test('finds nothing in English and Spanish', () => {
    expect(checkTextCoverage(pageOf('“Curly” — ¿qué? ¡Ñandú! well\u2011known har\u00adbor', 'page\u00a04'), fonts)).toEqual([])
  })

  test('asks the same fonts once of a page that they can draw, and every time of one that they cannot', () => {
    let asked = 0
    const counting = { lacking: () => undefined, missing: (text: string) => (asked++, text.includes('☮') ? ['☮'] : []) }
    const sound = pageOf('Bread and roses')
    const together = layout(...sound.pages, ...pageOf('Peace ☮').pages)
    const checks = [sound, sound, together, together].map((pages) => {
      asked = 0
      return [checkTextCoverage(pages, counting).length, asked]
    })
    expect(checks).toEqual([[0, 1], [0, 0], [1, 1], [1, 1]])
    expect(checkTextCoverage(sound, { ...counting, missing: () => ['B'] })).toHaveLength(1)
  })

  test('names a sign that the font lacks, its number and its place', () => {
    expect(checkTextCoverage(pageOf('Peace ☮'), fonts)).toEqual([
      { id: 'print/missing-letter', place: { file: 'issues/17-01/story/en.md', start: { line: 9, column: 7 } }, params: { character: '☮', code: 'U+262E' } },
    ])
  })

  test.each([
    ['தொழிலாளர்', 'noto-sans-tamil', 'த', 'U+0BA4', 9], ['คนงาน', 'noto-serif-thai', 'ค', 'U+0E04', 4], ['עובדים', 'noto-sans-hebrew', 'ע', 'U+05E2', 6],
    ['მუშები', 'noto-sans-georgian', 'მ', 'U+10DB', 6], ['工人', 'noto-serif-sc', '工', 'U+5DE5', 2], ['ሠራተኞች', 'noto-sans-ethiopic', 'ሠ', 'U+1220', 5],
    ['노동자', 'noto-serif-kr', '노', 'U+B178', 3], ['∰', 'noto-sans-math', '∰', 'U+2230', 1], ['🚩', 'noto-emoji', '🚩', 'U+1F6A9', 1], ['ꜳ ꜵ', 'noto-serif', 'ꜳ', 'U+A733', 2],
  ])('names the font that has the letters of %s, once a file', (word, name, character, code, count) => {
    expect(checkTextCoverage(pageOf(`“${word}” — ${word}`, word), fonts)).toEqual([{
      id: 'print/missing-script', place: { file: 'issues/17-01/story/en.md', start: { line: 9, column: 2 } },
      params: { character, code, fontPackage: `@fontsource/${name}`, count },
    }])
  })

  test('names a letter of a headline at its story, not again where the list of contents repeats it', () => {
    const contents = (text: string) => ({ ...line(fonts, [text], 'paragraph'), place: { file: 'issues/17-01/issue.yaml' } })
    const files = (...texts: string[]) => checkTextCoverage(layout(page(1, [frame(texts.map(contents)), frame([line(fonts, ['Peace ☮ ת'], 'paragraph')])])), fonts)
      .map(({ place, params }) => `${place.file.split('/').at(-1)} ${params.character}`)
    expect(files('Peace ☮', 'ת')).toEqual(['en.md ☮', 'en.md ת'])
    expect(files('Peace ⏣')).toEqual(['issue.yaml ⏣', 'en.md ☮', 'en.md ת'])
  })

  test('finds a letter where it stands after words of another style, and between words that are divided', () => {
    const span = (text: string, column: number, face: 'text' | 'textBold') => ({ text, style: { face, size: 10, ink: 'black' } as const, place: { file: 'a.md', start: { line: 3, column } } })
    const set = setParagraph({
      spans: [span('A paragraph begins and ', 1, 'text'), span('goes on', 26, 'textBold'), span(' with the letter ת of an alphabet', 35, 'text')],
      language: 'en', align: 'justify', indent: 0, left: 0, right: 0, hyphenate: true,
    }, 110, fonts)
    expect(set.length).toBeGreaterThan(2)
    expect(checkTextCoverage(layout(page(1, [frame(set)])), fonts)[0]!.place).toEqual({ file: 'a.md', start: { line: 3, column: 52 } })
  })

  test('names each letter once a file, and one beyond the first plane whole', () => {
    const found = checkTextCoverage(pageOf('☮ 🚩', '🚩 ☮'), fonts)
    expect(found.map(({ params }) => params.character)).toEqual(['☮', '🚩'])
    expect(found.map(({ id }) => id)).toEqual(['print/missing-letter', 'print/missing-script'])
    expect(found[1]!.params.code).toBe('U+1F6A9')
  })
})
