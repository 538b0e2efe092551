/** Cards that messengers show beside a link, for pages without a picture of their own. Only a paper with a public address has any. */
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { localText } from '../newsroom/paper.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { WebPicture } from '../pictures/pictures.ts'
import { drawShareCard, type ShareCard } from '../pictures/shareCard.ts'
import { pictureFolder } from './figure.ts'
import type { SitePage } from './site.ts'

/** A finished card: its file relative to the site's folder, and its bytes. */
export interface CardFile {
  file: string
  bytes: Uint8Array
}

/** Stories that are older are seldom passed on; they have the paper's own card. A card takes a quarter of a second. */
const newestIssues = 12

/**
 * Cards by the address of their page: one of every language's front page, which stands for all pages without a card of their own, and
 * one of every story without a picture.
 */
export async function makeCards(
  newsroom: Newsroom, pages: SitePage[], pictures: Map<string, WebPicture>, cacheFolder: string,
): Promise<Map<string, CardFile>> {
  const cards = new Map<string, CardFile>()
  if (newsroom.paper.url === undefined) return cards
  const newest = new Set(newsroom.issues.slice(0, newestIssues))
  for (const page of pages) {
    const card = cardOf(page, newsroom, (file) => pictures.has(file), (issue) => newest.has(issue))
    const bytes = card && await drawShareCard(card, join(cacheFolder, 'cards'))
    if (bytes === undefined) continue
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
    cards.set(page.address, { file: `${pictureFolder}/card-${name}.png`, bytes })
  }
  return cards
}

/** Writes the cards below `folder`. */
export async function writeCards(cards: Map<string, CardFile>, folder: string): Promise<void> {
  await mkdir(join(folder, pictureFolder), { recursive: true })
  for (const { file, bytes } of cards.values()) await writeFile(join(folder, file), bytes)
}

function cardOf(
  { subject, language }: SitePage, { paper }: Newsroom, hasPicture: (file: string) => boolean, isNew: (issue: Newsroom['issues'][number]) => boolean,
): ShareCard | undefined {
  const paperName = localText(paper.name, language)
  const accent = paper.color.rgb
  if (subject.kind === 'front') return { paperName, kicker: '', title: localText(paper.slogan, language) || paperName, accent }
  if (subject.kind !== 'story' || (subject.issue !== undefined && !isNew(subject.issue))) return undefined
  const { article } = subject
  if (article.picture !== undefined && hasPicture(article.picture.file)) return undefined
  return { paperName, kicker: article.kicker ?? '', title: article.title, accent }
}
