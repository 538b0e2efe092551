/**
 * A card for messengers, which show a picture beside a link: the paper's name over a headline, set in the paper's own face. Drawn for
 * stories that have no picture.
 */
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import sharp, { type OverlayOptions } from 'sharp'
import { openCache } from './cache.ts'

/** The size that every messenger takes: the Open Graph protocol's own example, and what Facebook asks for at least twice over. */
export const cardSize = { width: 1200, height: 630 } as const

/** What a card says. */
export interface ShareCard {
  paperName: string
  /** A few words above the headline; '' when there are none. */
  kicker: string
  title: string
  /** `#rrggbb` */
  accent: string
}

const margin = 70
const nameHeight = 62
const kickerHeight = 30
const titleRoom = { top: 220, height: 330 } as const
const ink = '#1c1a17'
const ground = '#fcfaf5'

/** Raise it whenever a finished card would look different. */
const recipe = 'card-1'

/** Letters that the face has: Latin, Cyrillic and Greek. Others would come from whatever the machine has, or not at all. */
const inFace = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{S}\p{Z}]*$/u

/**
 * The card as a PNG of few colours, about 15 kB; the same words give the same bytes. Undefined when the face lacks a script of them.
 * Finished cards are kept in `cacheFolder`, an absolute path.
 */
export async function drawShareCard(card: ShareCard, cacheFolder: string): Promise<Uint8Array | undefined> {
  const words = [card.paperName, card.kicker, card.title]
  if (!words.every((text) => inFace.test(text))) return undefined
  const key = createHash('sha256').update(JSON.stringify([recipe, card])).digest('hex').slice(0, 20)
  return openCache(cacheFolder).keep(`${key}.png`, () => draw(card))
}

async function draw({ paperName, kicker, title, accent }: ShareCard): Promise<Uint8Array> {
  const { width, height } = cardSize
  const room = width - 2 * margin
  const [name, over, head] = await Promise.all([
    letters(paperName, accent, { width: room, height: nameHeight }),
    kicker === '' ? undefined : letters(kicker, accent, { width: room, height: kickerHeight }),
    // A word or two would fill the whole room with one line.
    letters(title, ink, { width: room, height: title.length > 24 ? titleRoom.height : titleRoom.height / 2 }),
  ])
  const rules = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path fill="${accent}" d="M0 0h${width}v18H0z"/>`
    + `<path fill="${ink}" d="M${margin} 138h${room}v5H${margin}z"/></svg>`,
  )
  return sharp({ create: { width, height, channels: 3, background: ground } })
    .composite([
      { input: rules },
      { ...name, left: margin, top: 52 },
      ...(over === undefined ? [] : [{ ...over, left: margin, top: 168 }]),
      { ...head, left: margin, top: titleRoom.top },
    ])
    .png({ palette: true, colors: 16, compressionLevel: 9, effort: 10 })
    .toBuffer()
}

/** Words in the paper's headline face, as large as fits the room. */
async function letters(text: string, color: string, room: { width: number; height: number }): Promise<Pick<OverlayOptions, 'input' | 'raw'>> {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const fontfile = createRequire(import.meta.url).resolve('@expo-google-fonts/source-serif-4/800ExtraBold/SourceSerif4_800ExtraBold.ttf')
  const { data, info: { width, height } } = await sharp({
    text: { text: `<span foreground="${color}">${escaped}</span>`, font: 'Source Serif 4 ExtraBold', fontfile, rgba: true, ...room },
  }).raw().toBuffer({ resolveWithObject: true })
  return { input: data, raw: { width, height, channels: 4 } }
}
