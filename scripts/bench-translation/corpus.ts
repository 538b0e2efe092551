/** Real English pages with their Spanish translations and what is known about them, read by the paper's own processor. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft } from '../../src/newsroom/draft.ts'
import { inherit } from '../../src/newsroom/inheritance.ts'
import { parseDraft } from '../../src/newsroom/readStory.ts'
import type { Story } from '../../src/newsroom/story.ts'

/** One paragraph of today's source and what its history says about its translation. */
export interface Block {
  en_line: number
  es_line?: number
  type: string
  status: string
  confidence: string
  net_change_since_base?: string
}

export interface Page {
  id: string
  /** The pair when it was first translated, and today. */
  then: Story
  now: Story
  /** Blocks of high or medium confidence; a page that never changed has none. */
  blocks: Block[]
  /** Whether something of it may be behind, and nobody knows. */
  isUnsure: boolean
}

/** Every page of the corpus. @param folder the corpus, with `pairs/` in it */
export function readPages(folder: string): Page[] {
  return readdirSync(join(folder, 'pairs')).sort().flatMap((key) =>
    readdirSync(join(folder, 'pairs', key)).sort().map((id) => readPage(join(folder, 'pairs', key, id), `${key}/${id}`)),
  )
}

function readPage(folder: string, id: string): Page {
  const text = (side: string, time: string): string => {
    const file = join(folder, `${side}.${time}.md`)
    return readFileSync(existsSync(file) ? file : join(folder, `${side}.head.md`), 'utf8')
  }
  const pair = (time: string): Story => toStory(text('source', time), text('translation', time))
  const truth = join(folder, 'truth.json')
  const { blocks } = existsSync(truth) ? (JSON.parse(readFileSync(truth, 'utf8')) as { blocks: Block[] }) : { blocks: [] }
  const isSure = ({ confidence }: Block): boolean => confidence === 'high' || confidence === 'medium'
  return {
    id, then: pair('base'), now: pair('head'), blocks: blocks.filter(isSure),
    isUnsure: blocks.some((block) => !isSure(block) && /^(?:stale|missing|added)/.test(block.status)),
  }
}

/** A story from the text of its source in English and of its translation into Spanish. */
export function toStory(source: string, translation: string): Story {
  const folder = 'pages/page'
  const drafts = new Map<string, Draft>()
  for (const [language, text] of [['en', source], ['es', translation]] as const) {
    const context = { file: `${folder}/${language}.md`, folder, language, findPicture: () => ({ state: 'found' as const }) }
    const draft = parseDraft(text, context).value
    drafts.set(language, language === 'es' ? { ...draft, from: 'en' } : draft)
  }
  return { slug: 'page', folder, original: 'en', articles: inherit(drafts, 'en').articles }
}
