/** Whole papers in folders of their own, away from the project. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

/** The project's own folder. */
export const project = fileURLToPath(new URL('../..', import.meta.url))

/** A room with a content folder, and space beside it for what is made of it. */
export interface ScratchPaper {
  room: string
  content: string
  out: string
  remove(): void
}

/** A paper of these files; paths with forward slashes, relative to the content folder. */
export function scratchPaper(files: Record<string, string | Uint8Array>): ScratchPaper {
  const paper = emptyRoom()
  for (const [file, text] of Object.entries(files)) write(join(paper.content, file), text)
  return paper
}

/** A copy of a content folder. */
export function copyOf(content: string): ScratchPaper {
  const paper = emptyRoom()
  cpSync(content, paper.content, { recursive: true })
  return paper
}

function emptyRoom(): ScratchPaper {
  const room = realpathSync(mkdtempSync(join(tmpdir(), 'paper-')))
  return { room, content: join(room, 'content'), out: join(room, 'out'), remove: () => rmSync(room, { recursive: true, force: true }) }
}

function write(file: string, text: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Files below a folder with their bytes, in the order of their names. */
export function filesOf(folder: string): Map<string, Buffer> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll('\\', '/')).sort()
  return new Map(names.filter((name) => statSync(join(folder, name)).isFile()).map((name) => [name, readFileSync(join(folder, name))]))
}

/** A photo of one colour, with a shade so that its sides can be told apart. */
export function photo(width = 1200, height = 800): Promise<Buffer> {
  const shade = Buffer.from(`<svg width="${width}" height="${height}"><rect width="${width / 2}" height="${height}" fill="#604838"/></svg>`)
  return sharp({ create: { width, height, channels: 3, background: '#b0a898' } }).composite([{ input: shade, left: 0, top: 0 }]).jpeg().toBuffer()
}

/** What a camera and its owner leave in a file, and no reader may ever find. */
export const secrets = ['SecretCamera9000', 'SecretPhotographer', 'SecretComment']

/** The same picture with a maker, an artist and a comment in its metadata (Exif 2.3 and JPEG's COM segment). */
export function withSecrets(jpeg: Uint8Array): Buffer {
  const [camera, artist, comment] = secrets as [string, string, string]
  const values = [camera, artist].map((text) => Buffer.from(`${text}\0`))
  const header = 8 + 2 + 2 * 12 + 4
  const entry = (id: number, value: Buffer, offset: number): Buffer => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(id, 0)
    bytes.writeUInt16LE(2, 2)
    bytes.writeUInt32LE(value.length, 4)
    bytes.writeUInt32LE(offset, 8)
    return bytes
  }
  const count = Buffer.from([2, 0])
  const tiff = Buffer.concat([
    Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), count,
    entry(0x010f, values[0]!, header), entry(0x013b, values[1]!, header + values[0]!.length), Buffer.alloc(4), ...values,
  ])
  const segment = (marker: number, body: Buffer): Buffer => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(body.length + 2, 2)
    return Buffer.concat([head, body])
  }
  return Buffer.concat([
    Buffer.from(jpeg.subarray(0, 2)),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff])),
    segment(0xfe, Buffer.from(comment)),
    Buffer.from(jpeg.subarray(2)),
  ])
}

/** Plants the secrets in every JPEG below a folder. Answers how many there are. */
export function plantSecrets(folder: string): number {
  const photos = [...filesOf(folder)].filter(([name]) => /\.jpe?g$/.test(name))
  for (const [name, bytes] of photos) writeFileSync(join(folder, name), withSecrets(bytes))
  return photos.length
}

const story = (keys: string, body: string): string => `---\n${keys}\n---\n\n${body}\n`

const english = 'Before dawn the gate was shut, and nobody had slept. The crane stood still in the wind from the breakwater, and eleven hundred people stood under it.'
const spanish = 'Antes del amanecer el portón estaba cerrado y nadie había dormido. La grúa seguía quieta en el viento del rompeolas, y debajo había mil cien personas.'

/** A small paper with one of everything: an issue in two languages, a leaflet, a pamphlet, a page. Its photo must be added. */
export const smallPaper: Record<string, string> = {
  'paper.yaml': `name: { en: Red Flag, es: Bandera Roja }
slogan: { en: Fight for Communism, es: Luchar por el Comunismo }
publisher: { en: The collective, es: El colectivo }
languages: [en, es]
url: https://example.org
color: { name: Red, cmyk: [0, 95, 100, 0], rgb: "#d7261e", spot: false }
sections: { struggle: { en: Stories of struggle, es: Historias de lucha } }
contact: { email: paper@example.org, post: { en: Box 1, es: Casilla 1 } }
`,
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nuntil: 2026-12-05\nstories:\n  - strike\n  - kitchen\n  - letter\n',
  'issues/17-01/strike/en.md': story(
    'title: Eleven days without the call\nkicker: Harbor strike\nbyline: A docker\ndate: 2026-11-02\nsection: struggle\npicture: { file: crane.jpg, alt: A crane over the quay, caption: The crane., credit: A reader }',
    `${english}\n\n## The vote\n\n${english} See [the kitchen](../kitchen).\n\n—A docker of the port`,
  ),
  'issues/17-01/strike/es.md': story(
    'title: Once días sin nombrada\nkicker: Huelga en el puerto\nbyline: Un estibador\npicture: { alt: Una grúa sobre el muelle, caption: La grúa. }\nfrom: en',
    `${spanish}\n\n## La votación\n\n${spanish} Véase [la cocina](../kitchen).\n\n—Un estibador del puerto`,
  ),
  'issues/17-01/kitchen/en.md': story('title: Nine minutes for soup\nkind: story', `${english}\n\n${english}`),
  'issues/17-01/kitchen/es.md': story('title: Nueve minutos para la sopa\nfrom: en', `${spanish}\n\n${spanish}`),
  'issues/17-01/letter/es.md': story('title: La hora que pasó dos veces\nkind: letter', `Estimados compañeros:\n\n${spanish}`),
  'leaflets/rent/en.md': story('title: The rent', english),
  'pamphlets/circle/en.md': story('title: The reading circle', `${english}\n\n${english}`),
  'pages/about/en.md': story('title: About us', english),
  'pages/about/es.md': story('title: Quiénes somos\nfrom: en', spanish),
}

/** The small paper in a room of its own, with its photo. `changes` replace files, or take them out (undefined). */
export async function smallPaperWith(changes: Record<string, string | Uint8Array | undefined> = {}): Promise<ScratchPaper> {
  const all: typeof changes = { ...smallPaper, 'issues/17-01/strike/crane.jpg': await photo(), ...changes }
  return scratchPaper(Object.fromEntries(Object.entries(all).flatMap(([file, text]) => text === undefined ? [] : [[file, text]])))
}
