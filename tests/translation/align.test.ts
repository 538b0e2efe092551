import { describe, expect, test } from 'vitest'
import { align } from '../../src/translation/align.ts'
import { toSegment, type Segment, type SegmentKind } from '../../src/translation/segment.ts'

const place = { file: 'en.md' }
const paragraph = (text: string, refs: string[] = []): Segment => toSegment('paragraph', text, refs, place)
const of = (kind: SegmentKind, text: string, depth?: number): Segment => toSegment(kind, text, [], place, depth)

function links(source: Segment[], target: Segment[]): string[] {
  return align(source, target).map((link) => `${link.source.join('+')}=${link.target.join('+')}`)
}

const long = paragraph('The drivers met in the canteen at half past four and read the whole list aloud before anyone said a word about it.')
const largo = paragraph('Los choferes se reunieron en el comedor a las cuatro y media y leyeron toda la lista en voz alta antes de que nadie dijera nada.')
const short = paragraph('Then it rained.')
const corto = paragraph('Después llovió.')

describe('without a record, paragraphs are paired', () => {
  test('one by one where both sides have the same', () => {
    expect(links([long, short, long], [largo, corto, largo])).toEqual(['0=0', '1=1', '2=2'])
  })

  test('around one that is not translated', () => {
    expect(links([long, short, long], [largo, largo])).toEqual(['0=0', '1=', '2=1'])
  })

  test('around one that only the translation has', () => {
    expect(links([long, long], [largo, corto, largo])).toEqual(['0=0', '=1', '1=2'])
  })

  test('two with one where the translator joined or parted them', () => {
    const half = (text: string): [Segment, Segment] => [paragraph(text.slice(0, 60)), paragraph(text.slice(60))]
    expect(links([short, ...half(long.text)], [corto, largo])).toEqual(['0=0', '1+2=1'])
    expect(links([short, long], [corto, ...half(largo.text)])).toEqual(['0=0', '1=1+2'])
  })

  test('by what no language changes', () => {
    const source = [paragraph('See the list from 1998.'), paragraph('See the page on the web.', ['link:https://example.org/en/list'])]
    const target = [paragraph('Vea la lista en la red.', ['link:https://example.org/es/list'])]
    expect(links(source, target)).toEqual(['0=', '1=0'])
  })

  test('by kind: a heading is no paragraph, a headline is a headline', () => {
    const source = [of('title', 'Rain'), of('heading', 'The list', 2), paragraph('It rained.')]
    const target = [of('title', 'Una lluvia que no paró en toda la noche'), paragraph('Llovió.')]
    expect(links(source, target)).toEqual(['0=0', '1=', '2=1'])
  })

  test('across parts that stand in another order', () => {
    const part = (name: string, year: number): Segment[] => [of('heading', `${name} ${year}`, 2), paragraph(`${name} ${year}: ${year * 3} and ${year * 7} and ${name}.`)]
    const source = [...part('Lima', 1901), ...part('Quito', 1932), ...part('Bogotá', 1977)]
    const target = [...part('Quito', 1932), ...part('Bogotá', 1977), ...part('Lima', 1901)]
    expect(links(source, target)).toEqual(['0=4', '1=5', '2=0', '3=1', '4=2', '5=3'])
  })

  test('and nothing with nothing', () => {
    expect(links([], [])).toEqual([])
    expect(links([long], [])).toEqual(['0='])
    expect(links([], [largo])).toEqual(['=0'])
  })
})
