/** A made-up archive, the same for the same number of issues, written in the tongue of each engine. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const words = 'strike harbor night shift paper workers street bread school kitchen train depot vote list morning rent stairs machine'.split(' ')
const storiesOfIssue = 12
const paragraphs = 10
const wordsOfParagraph = 70

/** The languages of the archive; every story is in both. */
export const languages = ['en', 'es'] as const

/** One story in one language. */
export interface Told {
  language: (typeof languages)[number]
  issue: string
  /** First day of its issue. */
  date: string
  slug: string
  title: string
  tag: string
  text: string
}

/** Text that is the same for the same number: a linear congruential generator (Numerical Recipes' constants) chooses the words. */
export function textOf(seed: number): string {
  let state = seed
  const next = (): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return words[(state >>> 16) % words.length]!
  }
  const paragraph = (): string => {
    const all = Array.from({ length: wordsOfParagraph }, next)
    all[9] = `*${all[9]!}*`
    all[30] = `[${all[30]!}](https://example.org/${all[31]!})`
    return `${all.join(' ')}.`
  }
  return Array.from({ length: paragraphs }, (_, index) => (index % 4 === 3 ? `## ${next()} ${next()}\n\n${paragraph()}` : paragraph())).join('\n\n')
}

/** Every story of an archive, oldest issue first. */
export function* storiesOf(issues: number): Generator<Told> {
  for (let issue = 0; issue < issues; issue++) {
    const [volume, number] = [Math.floor(issue / 12) + 1, (issue % 12) + 1]
    for (let story = 0; story < storiesOfIssue; story++) {
      const seed = issue * 100 + story
      for (const language of languages) {
        yield {
          language, issue: `${two(volume)}-${two(number)}`, date: `${1990 + volume}-${two(number)}-01`, slug: `story-${story}`,
          title: `${language === 'en' ? 'Story' : 'Historia'} ${seed}`, tag: words[(issue * 7 + story) % words.length]!,
          text: textOf(language === 'en' ? seed : seed + 1),
        }
      }
    }
  }
}

/** The content folder of this project. Without a public address, for which it would draw a card for every link: pictures are not measured. */
export function writeOwnCopy(folder: string, issues: number): void {
  writeFile(folder, 'paper.yaml', 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\nsections: { struggle: { en: Struggle, es: Lucha } }\n')
  for (const story of storiesOf(issues)) {
    if (story.slug === 'story-0') {
      const [volume, number] = story.issue.split('-').map(Number)
      writeFile(folder, `issues/${story.issue}/issue.yaml`, `volume: ${volume}\nnumber: ${number}\ndate: ${story.date}\n`)
    }
    writeOwnStory(folder, story)
  }
}

/** One story as this project's editors write it. */
export function writeOwnStory(folder: string, { language, issue, slug, title, tag, text }: Told): void {
  const keys = language === 'en' ? `section: struggle\ntags: [${tag}]` : 'from: en'
  writeFile(folder, `issues/${issue}/${slug}/${language}.md`, `---\ntitle: ${title}\n${keys}\n---\n\n${text}\n`)
}

/** One story as the other engines take it: a folder a language, every key in every file. */
export function writeForeignStory(folder: string, { language, issue, date, slug, title, tag, text }: Told): void {
  const keys = `lang: ${language}\nissue: "${issue}"\nslug: ${slug}\ndate: ${date}\nrubrics: [struggle]\ntags: [${tag}]`
  writeFile(folder, `${language}/${issue}/${slug}.md`, `---\ntitle: ${title}\n${keys}\n---\n\n${text}\n`)
}

/** Writes a file and the folders above it. */
export function writeFile(folder: string, file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
