import { describe, expect, test } from 'vitest'
import { hyphenatorFor } from '../../src/languages/hyphenation.ts'

/** The words of a text, each with a hyphen wherever it may be divided. */
function divide(language: string, text: string): string {
  const hyphenator = hyphenatorFor(language)
  return text.split(' ').map((word) => {
    const bounds = [0, ...hyphenator(word), word.length]
    return bounds.slice(1).map((end, k) => word.slice(bounds[k], end)).join('-')
  }).join(' ')
}

describe('English words', () => {
  test('divide where TeX divides them, with two letters before and three after', () => {
    expect(divide('en', 'hyphenation representative international organization concatenation'))
      .toBe('hy-phen-ation rep-re-sen-ta-tive in-ter-na-tional or-ga-ni-za-tion con-cate-na-tion')
  })

  test('follow the list of exceptions, whose offsets the package counts with hyphens', () => {
    expect(divide('en', 'declination reformation associate table project')).toBe('dec-li-na-tion ref-or-ma-tion as-so-ciate ta-ble project')
  })

  test('divide alike in capitals', () => {
    expect(divide('en', 'Representative REPRESENTATIVE')).toBe('Rep-re-sen-ta-tive REP-RE-SEN-TA-TIVE')
  })

  test('never divide beside an apostrophe', () => {
    expect(divide('en', 'don’t organization’s')).toBe('don’t or-ga-ni-za-tion’s')
  })
})

describe('Spanish words', () => {
  test('divide between syllables, with two letters before and three after', () => {
    expect(divide('es', 'organización desarrollo perro trabajo construcción huelga'))
      .toBe('or-ga-ni-za-ción de-sa-rro-llo pe-rro tra-bajo cons-truc-ción huelga')
  })

  test('divide the same whether an accent is one character with its letter or two', () => {
    expect(divide('es', 'camión'.normalize('NFD')).normalize('NFC')).toBe(divide('es', 'camión'))
    expect(divide('es', 'revolución'.normalize('NFD')).normalize('NFC')).toBe('re-vo-lu-ción')
  })

  test('divide alike in every country', () => {
    expect(divide('es-MX', 'trabajadores')).toBe('tra-ba-ja-do-res')
  })
})

describe('other languages', () => {
  test('German uses its own patterns', () => {
    expect(divide('de', 'Donaudampfschifffahrt')).toBe('Do-nau-dampf-schiff-fahrt')
  })

  test('a Devanagari syllable keeps its vowel sign, and none stands alone at a line’s end or head', () => {
    expect(divide('hi', 'अंतरराष्ट्रीय')).toBe('अंत-र-रा-ष्ट्रीय')
    expect(divide('hi', 'काम पानी मशीन थर्मामीटर')).toBe('काम पानी मशीन थर्मा-मी-टर')
  })

  test('Bengali syllables too', () => {
    expect(divide('bn', 'থার্মোমিটার তাপমাত্রা গরম')).toBe('থার্মো-মি-টার তাপ-মাত্রা গরম')
  })

  test.each([
    ['fr', 'température organisation ouvrière', 'tem-pé-ra-ture or-ga-ni-sa-tion ou-vrière'], ['it', 'temperatura lavoratori', 'tem-pe-ra-tu-ra la-vo-ra-to-ri'], ['pt', 'temperatura trabalhadores', 'tem-pe-ra-tura tra-ba-lha-do-res'],
    ['ru', 'температура организация', 'тем-пе-ра-ту-ра ор-га-ни-за-ция'], ['el', 'θερμοκρασία εργαζόμενοι', 'θερ-μο-κρα-σία ερ-γα-ζό-με-νοι'], ['fa', 'گرمازدگی', 'گرمازدگی'], ['ar', 'الإسعاف', 'الإسعاف'],
  ])('%s divides by its own patterns, or not at all', (language, words, divided) => {
    expect(divide(language, words)).toBe(divided)
  })

  test('a language without patterns is not hyphenated', () => {
    expect(divide('xx', 'hyphenation')).toBe('hyphenation')
  })
})

test('what is not a word of letters is never divided', () => {
  for (const text of ['', 'covid19international', 'international-organization', '👩‍👩‍👧‍👦', '...', "'international"]) {
    expect(hyphenatorFor('en')(text)).toEqual([])
  }
})
