/** A small paper with every kind of page, built once for all test files. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import { picturesOf } from '../../src/newsroom/picturesOf.ts'
import { programDigest } from '../../src/newsroom/program.ts'
import { buildSite } from '../../src/web/web.ts'
import { madeOnce } from '../helpers/madeOnce.ts'
import { warmCache } from '../web/warmCache.ts'

/** The built site. */
export interface BuiltSite {
  /** Absolute path of its folder. */
  folder: string
  /** The folder as a browser opens it from disk, with a slash at the end. */
  home: string
  /** Its HTML files, relative to the folder. */
  pages: string[]
}

const text = 'Before dawn the gate was shut, and nobody had slept. The crane stood still in the wind from the breakwater.'
const texto = 'Antes del amanecer el portón estaba cerrado y nadie había dormido. La grúa seguía quieta en el viento del rompeolas.'

/** The paper's files. A table, long words and lines are there to press against the edges of a narrow screen. */
const copy: Record<string, string> = {
  'paper.yaml': `name: { en: Red Flag, es: Bandera Roja }
slogan: { en: Fight for Communism, es: Luchar por el Comunismo }
publisher: { en: The collective, es: El colectivo }
languages: [en, es]
color: { name: Red, cmyk: [0, 95, 100, 0], rgb: "#d7261e", spot: false }
sections: { struggle: { en: Stories of struggle, es: Historias de lucha }, history: { en: History, es: Historia } }
series: { past: { en: The past, es: El pasado } }
contact: { email: paper@example.org, post: { en: Box 1, es: Casilla 1 }, note: { en: Write to us., es: Escríbanos. } }
`,
  'issues/16-12/issue.yaml': 'volume: 16\nnumber: 12\ndate: 2026-10-25\n',
  'issues/16-12/yard/en.md': `---\ntitle: The yard\nkind: story\ntags: [rail]\nseries: past\nmap: 50.3, 19\n---\n\n${text}\n`,
  'issues/16-12/yard/es.md': `---\ntitle: El patio\nfrom: en\n---\n\n${texto}\n`,
  'issues/16-12/word/en.md': `---\ntitle: Supercalifragilisticexpialidociousunbreakabletitle\n---\n\n${text}\n`,
  'issues/17-01/issue.yaml': 'volume: 17\nnumber: 1\ndate: 2026-11-15\nuntil: 2026-12-05\nstories: [strike, commune, kitchen, letter, view]\n',
  'issues/17-01/strike/en.md': `---
title: Eleven days without the call
kicker: Harbor strike
deck: They went back with a list on the wall.
byline: A docker
dateline: SAN ANTONIO
map: -33.6, -71.6
section: struggle
tags: [port, study]
picture: { file: crane.jpg, alt: A crane over the quay, caption: The crane., credit: Linocut }
---

${text}[^1] ${text}[^2] See [the history page](../commune) and [a page elsewhere](https://example.org/).

## The vote

:::pull-quote
Nobody had slept.
:::

${text}

| Day | In favour of the offer | Against the offer | Undecided | Not counted |
|-----|------------------------|-------------------|-----------|-------------|
| 1   | 211                    | 86                | 13        | 2           |

:::sidebar{title="The days"}
- **October 21**: he falls
- **October 22**: nobody answers
:::

![The vote by show of hands](vote.jpg "Counted twice")

***

Supercalifragilisticexpialidociousunbreakablewordofmorethanonehundredletterswhichmustbebrokenonanarrowscreen

\`\`\`
a list of hours that somebody typed in columns: 06:00 06:20 06:40 07:00 07:20 07:40 08:00
\`\`\`

—A docker of the port

[^1]: So he said, and the others at the gate said it too, and wrote it down on the list that hangs there.
[^2]: They all did.
`,
  'issues/17-01/strike/es.md': `---
title: Once días sin nombrada
kicker: Huelga en el puerto
deck: Volvieron con una lista en la pared.
byline: Un estibador
dateline: SAN ANTONIO
picture: { alt: Una grúa sobre el muelle, caption: La grúa., credit: Linograbado }
from: en
---

${texto}[^1] Véase [la página de historia](../commune).

## La votación

${texto}

—Un estibador del puerto

[^1]: Así lo dijo.
`,
  'issues/17-01/commune/en.md': `---\ntitle: Seventy-two days\nsection: history\nseries: past\nmap: 48.9, 2.4\n---\n\n# Bread\n\n${text}\n\n## Bakers\n\n${text}\n\n# Rent\n\n${text}\n`,
  'issues/17-01/commune/es.md': `---\ntitle: Setenta y dos días\nfrom: en\ntranslator: Una lectora\n---\n\n# Pan\n\n${texto}\n\n# Alquiler\n\n${texto}\n`,
  'issues/17-01/kitchen/en.md': `---\ntitle: Nine minutes for soup\nkind: story\nsection: struggle\n---\n\n${text}\n`,
  'issues/17-01/letter/es.md': `---\ntitle: La hora que pasó dos veces\nkind: letter\ntags: [noche]\n---\n\nEstimados compañeros:\n\n${texto}\n`,
  'issues/17-01/view/en.md': `---\ntitle: Who feeds the city\nkind: editorial\n---\n\n${text}\n`,
  'issues/17-01/view/es.md': `---\ntitle: Quién alimenta la ciudad\nfrom: en\n---\n\n${texto}\n`,
  'leaflets/rent/en.md': `---\ntitle: The rent\n---\n\n${text}\n`,
  'leaflets/rent/ar.md': '---\ntitle: الإيجار\nfrom: en\n---\n\nقبل الفجر كانت البوابة مغلقة.\n',
  'pamphlets/circle/en.md': `---\ntitle: The reading circle\n---\n\n${text}\n`,
  'pamphlets/circle/es.md': `---\ntitle: El círculo de lectura\nfrom: en\n---\n\n${texto}\n`,
  'pages/about/en.md': `---\ntitle: About us\n---\n\n${text}\n`,
  'pages/about/es.md': `---\ntitle: Quiénes somos\nfrom: en\n---\n\n${texto}\n`,
}

/**
 * The site of this paper, built once for all test files. It is kept under a name that tells the program and the paper to the byte. It lies in
 * a sub-folder whose name has a space and an accent, as an editor's disk has.
 */
export async function smallSite(): Promise<BuiltSite> {
  const digest = createHash('sha256').update(`${programDigest()} ${JSON.stringify(copy)} ${await readFile(import.meta.filename, 'utf8')}`).digest('hex')
  const room = await madeOnce(`small-site-${digest.slice(0, 16)}`, buildInto)
  const folder = join(room, 'mi periódico', 'dist')
  const all = await readdir(folder, { recursive: true })
  return {
    folder,
    home: `${pathToFileURL(folder).href}/`,
    pages: all.filter((file) => file.endsWith('.html')).map((file) => file.replaceAll('\\', '/')).sort(),
  }
}

async function buildInto(room: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'site-'))
  const folder = join(room, 'mi periódico', 'dist')
  const content = join(work, 'content')
  const photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#b0a898' } }).jpeg().toBuffer()
  const files = { ...copy, 'issues/17-01/strike/crane.jpg': photo, 'issues/17-01/strike/vote.jpg': photo }
  for (const [file, words] of Object.entries(files)) {
    await mkdir(dirname(join(content, file)), { recursive: true })
    await writeFile(join(content, file), words)
  }
  for (const of of ['17-01', 'leaflets/rent']) await mkdir(join(folder, 'downloads', of), { recursive: true })
  const downloads = [['17-01', 'en'], ['17-01', 'es'], ['leaflets/rent', 'en'], ['leaflets/rent', 'ar']].map(([issue, language]) => (
    { issue: issue!, language: language!, product: 'press', file: `downloads/${issue!}/paper-${language!}.pdf`, bytes: 9, pages: 8 }
  ))
  for (const { file } of downloads) await writeFile(join(folder, file), '%PDF-1.7\n')
  const newsroom = readNewsroom(content).value!
  const pictures = (await openPictures(content, picturesOf(newsroom), join(work, 'cache'))).value!
  await buildSite(newsroom, pictures, { outFolder: folder, cacheFolder: await warmCache(join(work, 'cache')), downloads })
  await rm(work, { recursive: true, force: true })
}
