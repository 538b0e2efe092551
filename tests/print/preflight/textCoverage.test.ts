import { describe, expect, test } from 'vitest'
import { openFonts } from '../../../src/print/pdf/fonts.ts'
import { checkTextCoverage } from '../../../src/print/preflight/textCoverage.ts'
import { frame, layout, line, page, picture } from '../pdf/pages.ts'

const fonts = openFonts()
const pageOf = (...texts: string[]) => layout(page(1, [picture('a.jpg', 'A'), frame(texts.map((text) => line(fonts, [text], 'paragraph')))]))

describe('text coverage', () => {
  test('finds nothing in English and Spanish', () => {
    expect(checkTextCoverage(pageOf('“Curly” — ¿qué? ¡Ñandú! well\u2011known har\u00adbor', 'page\u00a04'), fonts)).toEqual([])
  })

  test('names a letter that the font lacks, its number and the line', () => {
    expect(checkTextCoverage(pageOf('Peace ☮'), fonts)).toEqual([
      { id: 'print/missing-letter', place: { file: 'issues/17-01/story/en.md', start: { line: 9, column: 1 } }, params: { character: '☮', code: 'U+262E' } },
    ])
  })

  test('names each letter once a file, and one beyond the first plane whole', () => {
    const found = checkTextCoverage(pageOf('☮ 🚩', '🚩 ☮'), fonts)
    expect(found.map(({ params }) => params.character)).toEqual(['☮', '🚩'])
    expect(found[1]!.params.code).toBe('U+1F6A9')
  })
})
