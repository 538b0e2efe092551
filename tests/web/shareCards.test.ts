import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardSize, drawShareCard } from '../../src/pictures/shareCard.ts'
import { toHead } from '../../src/web/head.ts'
import { makeCards } from '../../src/web/shareCards.ts'
import { copy, editionOf, newsroomOf, viewAt, webPicture } from './paper.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cards-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const files = {
  'issues/17-01/strike/en.md': copy('title: The strike\npicture: { file: crane.jpg, alt: A crane }'),
  'issues/17-01/strike/crane.jpg': '',
  'issues/17-01/soup/en.md': copy('title: Nine minutes <b> & soup'),
  'leaflets/rent/ar.md': copy('title: الإيجار'),
}
const pictures = new Map([['issues/17-01/strike/crane.jpg', webPicture('crane')]])

async function imageAt(address: string, url?: string): Promise<string | undefined> {
  const edition = editionOf(newsroomOf(files, url), pictures)
  const cards = await makeCards(edition.newsroom, edition.pages, pictures, folder)
  return toHead(viewAt({ ...edition, cards: new Map([...cards].map(([page, { file }]) => [page, file])) }, address), 'x').image
}

describe('the picture of a link', () => {
  test('is the story’s own, or else a card with its headline', async () => {
    expect(await imageAt('en/17-01/strike/index.html', 'https://example.org')).toBe('https://example.org/pictures/crane-800.jpg')
    const own = await imageAt('en/17-01/soup/index.html', 'https://example.org')
    const paper = await imageAt('en/index.html', 'https://example.org')
    expect(own).toMatch(/^https:\/\/example\.org\/pictures\/card-[0-9a-f]{10}\.png$/)
    expect(own).not.toBe(paper)
    expect(await imageAt('en/archive/index.html', 'https://example.org')).toBe(paper)
  })

  test('of a text in letters that the face has not is the paper’s card', async () => {
    expect(await imageAt('ar/leaflets/rent/index.html', 'https://example.org')).toBe(await imageAt('en/index.html', 'https://example.org'))
  })

  test('is not there without a public address', async () => {
    expect(await imageAt('en/17-01/soup/index.html')).toBeUndefined()
  })
})

describe('a card', () => {
  const card = { paperName: 'Red Flag', kicker: 'Port', title: 'Upside down <i> & from left to right', accent: '#d7261e' }

  test('is a small PNG of the size that messengers take, without metadata, and the same for the same words', async () => {
    const bytes = (await drawShareCard(card, folder))!
    const { format, width, height, exif, icc } = await sharp(bytes).metadata()
    expect({ format, width, height, exif, icc }).toEqual({ format: 'png', ...cardSize, exif: undefined, icc: undefined })
    expect(bytes.length).toBeLessThan(40_000)
    const again = (await drawShareCard(card, join(folder, 'elsewhere')))!
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true)
  })

  test('shows words in ink and in the accent, and none beyond its edges', async () => {
    const { data, info } = await sharp((await drawShareCard(card, folder))!).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const isInk = (x: number, y: number): boolean => data[(y * info.width + x) * info.channels]! < 90
    const inked = (rows: [number, number], columns: [number, number]): number => {
      let count = 0
      for (let y = rows[0]; y < rows[1]; y++) for (let x = columns[0]; x < columns[1]; x++) if (isInk(x, y)) count++
      return count
    }
    expect(inked([220, 560], [60, 1140])).toBeGreaterThan(10_000)
    expect(inked([20, 630], [0, 60]) + inked([20, 630], [1140, 1200]) + inked([600, 630], [0, 1200])).toBe(0)
  })

  test('without a kicker, and of one short word, can be drawn; in Arabic it cannot', async () => {
    expect((await drawShareCard({ ...card, kicker: '', title: '¿Quién?' }, folder))!.length).toBeGreaterThan(2000)
    expect(await drawShareCard({ ...card, title: 'الإيجار' }, folder)).toBeUndefined()
  })
})
