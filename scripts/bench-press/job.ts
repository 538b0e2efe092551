/** One issue to build, written down so that every engine reads the same copy and the same pictures. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Issue } from '../../src/newsroom/issue.ts'
import type { Printer } from '../../src/newsroom/printer.ts'
import type { PictureLibrary } from '../../src/pictures/pictures.ts'
import { generateIssue } from '../generatedIssue.ts'

/** What this engine needs to build the issue itself; `folder` is where everything of the job lies. */
export interface JobSize {
  pages: number
  stories: number
  content: string
  cache: string
  folder: string
}

/** The issue as the other engines take it. */
export interface Job extends JobSize {
  sheet: Pick<Printer, 'trim' | 'margin' | 'columns' | 'leading' | 'body'>
  copy: PlainStory[]
}

export interface PlainStory {
  title: string
  deck: string
  byline: string
  /** A JPEG in the job's folder. */
  picture?: string
  caption: string
  blocks: { heading: boolean; text: string }[]
}

/** The language and the chance of the generated issue. */
export const language = 'en'
export const seed = 5

export function generatedIssue(sample: Issue, { pages, stories }: Pick<JobSize, 'pages' | 'stories'>): Issue {
  return generateIssue(sample, { pages, stories }, seed)
}

/** Writes `job.json` and the pictures, scaled as this engine would print them over two columns. */
export async function writeJob(size: JobSize & { printer: Printer }, sample: Issue, pictures: PictureLibrary): Promise<void> {
  const { printer, ...rest } = size
  const copy: PlainStory[] = []
  const files = new Map<string, string>()
  for (const { articles } of generatedIssue(sample, size).stories) {
    const { title, deck = '', bylines, picture, body } = articles.get(language)!
    const shown = picture && pictures.info(picture.file) && picture
    if (shown && !files.has(shown.file)) {
      const name = `picture-${files.size + 1}.jpg`
      const whole = { x: 0, y: 0, width: 1, height: 1 }
      writeFileSync(join(size.folder, name), await pictures.press(shown.file, { crop: whole, widthPx: 1100, heightPx: 1100, color: 'rgb' }))
      files.set(shown.file, name)
    }
    copy.push({
      title, deck, byline: bylines.join(', '), caption: shown?.alt ?? '', blocks: blocksOf(body),
      ...shown && { picture: files.get(shown.file)! },
    })
  }
  const { trim, margin, columns, leading, body } = printer
  writeFileSync(join(size.folder, 'job.json'), JSON.stringify({ ...rest, sheet: { trim, margin, columns, leading, body }, copy } satisfies Job))
}

export function readJob(folder: string): Job {
  return JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8')) as Job
}

function blocksOf(body: Root): PlainStory['blocks'] {
  return body.children.filter(({ type }) => (type as RootContent['type'] | 'pullQuote') !== 'pullQuote')
    .map((node) => ({ heading: node.type === 'heading', text: toString(node) })).filter(({ text }) => text !== '')
}

/** How many paragraphs are edited, one after the other, to measure what an edit costs. */
export const edits = 5

/** The words by which the edited paragraph of each round grows. */
export function editWords(round: number): string {
  return ` This sentence was added by the night editor in round ${'one two three four five'.split(' ')[round]}.`
}

/** CPU milliseconds of this process while `work` runs. */
export async function cpuOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}
