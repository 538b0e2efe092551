/** Real English pages and their Spanish translations, with their known history; they are no part of the project. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SegmentStatus } from '../../src/translation/status.ts'
import { recordOf, statusIn, storyOf } from './stories.ts'

const corpus = join(import.meta.dirname, '../../../shared/translation-corpus/pairs')
const isThere = existsSync(corpus)
if (!isThere) process.stderr.write(`\nThe corpus of translations is not here: ${corpus}. Its tests are skipped.\n`)

interface Truth {
  blocks: { en_line: number; type: string; status: string; confidence: string }[]
}

/** Every page of a repository, recorded as it was first translated and looked at as it is today. */
function pagesOf(key: string): { truth: Truth; segments: SegmentStatus[] }[] {
  return readdirSync(join(corpus, key)).flatMap((id) => {
    const folder = join(corpus, key, id)
    if (!existsSync(join(folder, 'truth.json'))) return []
    const page = (side: string, then: boolean): string => {
      const base = join(folder, `${side}.base.md`)
      return readFileSync(then && existsSync(base) ? base : join(folder, `${side}.head.md`), 'utf8')
    }
    const pair = (then: boolean): ReturnType<typeof storyOf> => storyOf({ en: page('source', then), es: page('translation', then).replace(/^---\n/, '---\nfrom: en\n') })
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth
    return [{ truth, segments: statusIn(pair(false), recordOf(pair(true))).segments }]
  })
}

describe.skipIf(!isThere)('on real pages', () => {
  const sure = (confidence: string): boolean => confidence === 'high' || confidence === 'medium'

  test('changed paragraphs are noticed, and unchanged ones are not called stale', () => {
    const found = pagesOf('osg').flatMap(({ truth, segments }) =>
      truth.blocks.filter(({ confidence, type }) => sure(confidence) && !type.startsWith('fm:')).flatMap((block) => {
        const segment = segments.find(({ sourceLine }) => sourceLine === block.en_line)
        return segment ? [{ status: block.status, segment }] : []
      }),
    )
    const changed = found.filter(({ status }) => status === 'stale')
    const fresh = found.filter(({ status }) => status === 'fresh')
    expect(changed.length).toBeGreaterThan(40)
    expect(fresh.length).toBeGreaterThan(400)
    const noticed = changed.filter(({ segment }) => segment.state !== 'current' || segment.change !== null)
    const alarms = fresh.filter(({ segment }) => segment.state === 'stale')
    expect(noticed.length / changed.length).toBeGreaterThanOrEqual(0.95)
    expect(alarms.length / fresh.length).toBeLessThanOrEqual(0.005)
  }, 300_000)
})
