/** Issues in languages for which the house has few words, and other letters. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import type { Page, TextFrame } from '../../src/print/makeup/page.ts'
import { layOutIssue, openPrintShop } from '../../src/print/print.ts'
import { textOf } from '../../src/print/type/line.ts'
import { contentFolder } from '../newsroom/contentFolder.ts'

const sentences = {
  ar: 'كان العمال في الميناء كل صباح على الرصيف وقالوا نحن هنا. ',
  ru: 'Утром мы все шли в порт и там долго говорили о хлебе. ',
  el: 'Οι εργάτες έρχονται κάθε πρωί στο λιμάνι και μιλούν για ψωμί. ',
  fr: 'Les ouvriers viennent chaque matin au port et parlent de pain. ',
  en: 'The dockers come to the port every morning and talk of bread. ',
}
type Tongue = keyof typeof sentences

/** A short issue, with a page that only notices can fill. */
async function pagesIn(language: Tongue, more = ''): Promise<Page[]> {
  const paragraph = `${sentences[language].repeat(9)}\n\n`
  const files = Object.fromEntries(['a', 'b', 'c'].map((slug) => [`issues/1-1/${slug}/${language}.md`, `---\ntitle: ${sentences[language]}\n---\n\n${paragraph.repeat(8)}`]))
  const root = contentFolder({
    'paper.yaml': `name: { ${language}: "${sentences[language].slice(0, 12)}" }\nslogan: "2026"\nlanguages: [${language}]\n${more}`,
    'issues/1-1/issue.yaml': 'date: 2026-11-15\npages: 4\n', ...files,
  })
  const newsroom = readNewsroom(root).value!
  const pictures = (await openPictures(root, picturesOf(newsroom), mkdtempSync(join(tmpdir(), 'tongues-')))).value!
  return layOutIssue(newsroom.issues[0]!, language, openPrintShop(newsroom.paper, pictures)).value!.pages
}

const textFrames = (pages: Page[]): TextFrame[] => pages.flatMap(({ frames }) => frames).filter((frame): frame is TextFrame => 'lines' in frame)
const furniture = (pages: Page[]): string => textFrames(pages)
  .filter(({ kind }) => kind === 'furniture' || kind === 'nameplate').flatMap(({ lines }) => lines.map(({ line }) => textOf(line))).join('\n')
const initials = (pages: Page[]) => textFrames(pages).flatMap(({ lines }) => lines.flatMap(({ initial }) => initial ?? []))

describe('a paper in one language', () => {
  test('does not call itself one of two tongues, nor translated, but calls out all the rest', async () => {
    const said = furniture(await pagesIn('en'))
    expect(said).toContain('You have')
    expect(said).not.toContain('tongues')
    expect(said.replace(/\s+/g, ' ')).toContain('Written, printed and carried by')
  })

  test.each(['ar', 'ru', 'fr'] as const)('prints no English where it has no calls of its own, but its name: %s', async (language) => {
    const said = furniture(await pagesIn(language))
    expect(said).not.toMatch(/\b(?:you|story|read|pass|paper|write)\b/i)
    expect(said).toContain(sentences[language].slice(0, 12).trim().split(' ')[0])
    expect(said).toContain('2026')
  })
})

describe('a drop cap', () => {
  test.each([['ru', 'sober'], ['el', 'sober'], ['el', 'poster'], ['ru', 'poster'], ['en', 'poster']] as const)('of %s (design: %s) stands in a face that has its letter', async (language, design) => {
    const [initial] = initials(await pagesIn(language, `design: ${design}\n`))
    expect(initial!.letter).toBe(sentences[language][0])
    expect(initial!.style.face === 'poster').toBe(language === 'en')
  })

  test('is not made of a letter that hangs together with the next', async () => {
    expect(initials(await pagesIn('ar'))).toEqual([])
  })
})
