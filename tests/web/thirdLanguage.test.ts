/** A third language is a file of words and a line in paper.yaml: Portuguese, from the nameplate to the search index. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openPictures } from '../../src/pictures/pictures.ts'
import { buildSite } from '../../src/web/web.ts'
import { copy, newsroomOf } from './paper.ts'
import { warmCache } from './warmCache.ts'

vi.setConfig({ hookTimeout: 300_000 })

const newsroom = newsroomOf({
  'paper.yaml': 'name: { en: Red Flag, pt: Bandeira Vermelha, fa: پرچم سرخ }\nlanguages: [en, pt, fa]\ncontact: { email: paper@example.org }\n',
  'issues/17-01/strike/en.md': copy('title: The strike'),
  'issues/17-01/strike/pt.md': copy('title: A greve\nfrom: en\ntranslator: Uma leitora', 'As gruas pararam.[^1]\n\n[^1]: "Assim" disse.'),
  'issues/17-01/strike/fa.md': copy('title: اعتصاب\nfrom: en', 'جرثقیل‌ها ایستادند.'),
  'leaflets/heat/en.md': copy('title: Heat', 'Heat.'),
  'leaflets/heat/es.md': copy('title: Calor\nfrom: en', 'Calor.'),
  'leaflets/heat/ar.md': copy('title: الحر\nfrom: en'),
  'issues/17-01/soup/en.md': copy('title: Soup', 'Sopa.'),
})
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'third-'))
  const pictures = (await openPictures(folder, [], join(folder, 'cache'))).value!
  await buildSite(newsroom, pictures, { outFolder: join(folder, 'dist'), cacheFolder: await warmCache(join(folder, 'cache')) })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const page = (name: string): Promise<string> => readFile(join(folder, 'dist', name), 'utf8')

test('its front page speaks it, from the skip link to the foot', async () => {
  const html = await page('pt/index.html')
  expect(html).toContain('<html lang="pt" dir="ltr"')
  for (const words of ['Bandeira Vermelha', 'Ir para o texto', 'Sair rápido', 'Arquivo', 'Todas as páginas', 'A greve']) expect(html).toContain(words)
})

test('its story names the date, the translation and the notes in its words', async () => {
  const html = await page('pt/17-01/strike/index.html')
  for (const words of ['15 de novembro de 2026', 'Traduzido do inglês por Uma leitora', '1 minuto de leitura', 'Notas', '“Assim” disse.', 'Escreva para nós']) {
    expect(html).toContain(words)
  }
})

test('a leaflet in a language without a front page is told about in its own words, or in English that says so', async () => {
  const spanish = await page('es/leaflets/heat/index.html')
  expect(spanish).toContain('<span>Traducido del inglés</span> <span>1 minuto de lectura</span>')
  const arabic = await page('ar/leaflets/heat/index.html')
  expect(arabic).toContain('<span lang="en" dir="ltr">Translated from English</span> <span lang="en" dir="ltr">1 minute to read</span>')
})

test('in a language of the paper for which the site has no words, what is said in English says so, and runs from the left', async () => {
  const html = await page('fa/17-01/strike/index.html')
  expect(html).toContain('<html lang="fa" dir="rtl"')
  expect(html).toContain('<span lang="en" dir="ltr">1 minute to read</span>')
  // Of their labels only signs are seen, and those would turn round: −A.
  expect(html).toContain('<button data-do="smaller" dir="ltr">')
  expect(html).toMatch(/<a href="[^"]*\.\.\/index.html" lang="en" dir="ltr">Volume 17, Number 1<\/a>/)
})

test('a story that is not translated says so in it, and the other language leads to it', async () => {
  expect(await page('pt/17-01/soup/index.html')).toContain('Este artigo ainda não está em português')
  expect(await page('en/17-01/strike/index.html')).toMatch(/<a href="[^"]*pt\/17-01\/strike\/index.html" lang="pt" hreflang="pt">Português<\/a>/)
})

test('no page of it has a word of English around the stories, and the search knows its words', async () => {
  const pages = (await readdir(join(folder, 'dist/pt'), { recursive: true })).filter((name) => name.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(8)
  for (const name of pages) {
    const text = (await page(`pt/${name}`)).replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/<[^>]+lang="en"[^]*?<\/[^>]+>/g, '').replace(/<[^>]+>/g, ' ')
    expect([name, /\b(the|Search|Archive|Front page|Letters|Issue|Listen|Read)\b/.exec(text.replaceAll(/The strike|Soup/g, ''))?.[0]]).toEqual([name, undefined])
  }
  expect((await readdir(join(folder, 'dist/search/pt'))).length).toBeGreaterThan(1)
})
