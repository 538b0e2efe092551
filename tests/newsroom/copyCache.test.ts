import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { CopyContext } from '../../src/newsroom/copy.ts'
import { openCopyCache, sourceDigest } from '../../src/newsroom/copyCache.ts'
import { gistOf, releaseTree } from '../../src/newsroom/gist.ts'
import { readNewsroom } from '../../src/newsroom/newsroom.ts'
import { parseDraft } from '../../src/newsroom/readStory.ts'
import { contentFolder, issueYaml, story } from './contentFolder.ts'

const context: CopyContext = {
  file: 'issues/17-01/strike/en.md', folder: 'issues/17-01/strike', language: 'en', findPicture: () => ({ state: 'found' }),
}

/** A parser that counts, with the cache of a folder around it. */
function opened(folder: string): { parse: ReturnType<typeof openCopyCache>['parse']; save: () => void; parsed: ReturnType<typeof vi.fn> } {
  const parsed = vi.fn(parseDraft)
  return { ...openCopyCache(folder, parsed, () => text), parsed }
}

const text = story('Nobody *came*.[^1]\n\n![A crane](crane.jpg "The crane")\n\n[^1]: So he said.')

describe('a text', () => {
  test('is parsed once, and is the same from the cache', () => {
    const folder = contentFolder({})
    const first = opened(folder)
    const tree = first.parse(text, context)
    first.save()
    const second = opened(folder)
    expect(second.parse(text, context)).toEqual(tree)
    expect(second.parsed).not.toHaveBeenCalled()
  })

  test('is parsed again when a letter, its language or its name is another', () => {
    const folder = contentFolder({})
    const first = opened(folder)
    first.parse(text, context)
    first.save()
    const second = opened(folder)
    second.parse(text.replace('came', 'Came'), context)
    second.parse(text, { ...context, language: 'es' })
    second.parse(text, { ...context, file: 'issues/17-01/strike/es.md' })
    expect(second.parsed).toHaveBeenCalledTimes(3)
  })

  test('is parsed again when a picture that it shows is there no longer, or again', () => {
    const folder = contentFolder({})
    const first = opened(folder)
    expect(first.parse(text, context).diagnostics).toEqual([])
    first.save()
    const missing: CopyContext = { ...context, findPicture: () => ({ state: 'missing', likely: '' }) }
    const second = opened(folder)
    expect(second.parse(text, missing).diagnostics.map(({ id }) => id)).toEqual(['pictures/missing'])
    second.save()
    const third = opened(folder)
    expect(third.parse(text, { ...missing, findPicture: () => ({ state: 'missing', likely: 'crane.png' }) }).diagnostics[0]!.params.likely).toBe('crane.png')
    expect(third.parse(text, context).diagnostics).toEqual([])
  })

  test('is parsed again when what was kept is damaged, or another program kept it', () => {
    const folder = contentFolder({})
    const first = opened(folder)
    const tree = first.parse(text, context)
    first.save()
    const [name] = readdirSync(folder).filter((each) => each.endsWith('.json'))
    const whole = readFileSync(join(folder, name!), 'latin1')
    const [seal, entries] = [whole.slice(0, 20), whole.slice(20)]
    for (const damaged of ['', '{', whole.slice(0, -1), whole.replace('Nobody', 'Somebody'), `${seal.slice(1)}0${entries}`, seal, entries]) {
      writeFileSync(join(folder, name!), damaged, 'latin1')
      const again = opened(folder)
      expect(again.parse(text, context)).toEqual(tree)
      expect(again.parsed).toHaveBeenCalledTimes(1)
    }
  })

  test('is not fetched for its links, pictures, headings and first words, and is fetched when somebody walks it', () => {
    const folder = contentFolder({})
    const words = story('# One\n\nText with [a link](https://example.org).\n\n![A crane](crane.jpg)')
    const first = opened(folder)
    const { body } = first.parse(words, context).value
    const gist = gistOf(body)
    first.save()
    const second = opened(folder)
    const kept = second.parse(words, context).value.body
    const [name] = readdirSync(folder).filter((each) => each.endsWith('.trees'))
    const whole = readFileSync(join(folder, name!))
    writeFileSync(join(folder, name!), whole.subarray(0, -9))
    expect(gistOf(kept)).toMatchObject({ beginning: 'Text with a link.', saysSomething: true, links: [{ url: 'https://example.org' }], headings: [{ depth: 1 }] })
    expect(gistOf(kept).figures).toEqual(gist.figures)
    writeFileSync(join(folder, name!), whole)
    expect(kept).toEqual(body)
    expect(second.parsed).not.toHaveBeenCalled()
  })

  test('is read again when its tree was lost meanwhile, and not published when it is another by then', () => {
    const folder = contentFolder({})
    const first = opened(folder)
    const { body } = first.parse(text, context).value
    first.save()
    let there: string | undefined = text
    const second = openCopyCache(folder, parseDraft, () => there)
    const kept = [second.parse(text, context), second.parse(text, context), second.parse(text, context)].map(({ value }) => value.body)
    rmSync(folder, { recursive: true })
    expect(kept[0]).toEqual(body)
    there = `${text}!`
    expect(() => kept[1]!.children).toThrow('issues/17-01/strike/en.md changed while it was being worked on')
    there = undefined
    expect(() => kept[2]!.children).toThrow('changed')
  })

  test('that is let go is fetched when it is asked for again, and is the same', () => {
    const folder = contentFolder({})
    const cache = opened(folder)
    const { body } = cache.parse(text, context).value
    cache.save()
    const there = body.children
    expect(body.children).toBe(there)
    releaseTree(body)
    expect(body.children).not.toBe(there)
    expect(body).toEqual(parseDraft(text, context).value.body)
    expect(cache.parsed).toHaveBeenCalledTimes(1)
  })

  test('that was read without a cache cannot be let go', () => {
    const { body } = parseDraft(text, context).value
    const there = body.children
    releaseTree(body)
    expect(body.children).toBe(there)
  })

  test('has a digest that is the same from the cache, and another for another text, name or picture', () => {
    const folder = contentFolder({})
    const first = opened(folder)
    const digest = sourceDigest(first.parse(text, context).value.body)
    first.save()
    expect(digest).toBeDefined()
    const second = opened(folder)
    const digestOf = (words: string, there: CopyContext): string | undefined => sourceDigest(second.parse(words, there).value.body)
    expect(digestOf(text, context)).toBe(digest)
    const others = [
      digestOf(`${text} `, context), digestOf(text, { ...context, language: 'es' }), digestOf(text, { ...context, file: 'issues/17-01/strike/es.md' }),
      digestOf(text, { ...context, findPicture: () => ({ state: 'outside' }) }),
    ]
    expect(new Set([digest, ...others]).size).toBe(5)
    expect(sourceDigest(parseDraft(text, context).value.body)).toBeUndefined()
  })

  test('that is gone is forgotten', () => {
    const folder = contentFolder({})
    const first = opened(folder)
    first.parse(text, context)
    first.parse(text, { ...context, file: 'issues/17-01/strike/es.md', language: 'es' })
    first.save()
    const second = opened(folder)
    second.parse(text, context)
    second.save()
    const third = opened(folder)
    third.parse(text, { ...context, file: 'issues/17-01/strike/es.md', language: 'es' })
    expect(third.parsed).toHaveBeenCalledTimes(1)
  })
})

describe('a newsroom read with a cache', () => {
  const files = {
    'issues/17-01/issue.yaml': issueYaml,
    'issues/17-01/strike/en.md': story('Text with <b>bold</b> and [a link](../nowhere). "Quotes"\n\n:::pull-quote\nNobody.\n:::\n\n| a | b |\n|--|--|\n| 1 | 2 |'),
    'issues/17-01/strike/es.md': story('Texto.', 'title: La huelga\nfrom: en'),
    'leaflets/rent/en.md': story('# One\n\nText.\n\n# Two\n\nText.\n\n—Us'),
    'pages/about/en.md': story('1917. A year.'),
  }

  test('says and holds what one without says and holds, first and again', () => {
    const content = contentFolder(files)
    const cache = join(content, '.cache')
    const plain = readNewsroom(content)
    expect(plain.diagnostics.length).toBeGreaterThan(1)
    expect(readNewsroom(content, cache)).toEqual(plain)
    expect(readNewsroom(content, cache)).toEqual(plain)
    writeFileSync(join(content, 'leaflets/rent/en.md'), story('Other text.'))
    expect(readNewsroom(content, cache)).toEqual(readNewsroom(content))
  })

  test('is read when nothing can be kept', () => {
    const content = contentFolder(files)
    mkdirSync(join(content, '.cache'))
    writeFileSync(join(content, '.cache/copy'), 'a file where a folder should be')
    expect(readNewsroom(content, join(content, '.cache'))).toEqual(readNewsroom(content))
    rmSync(join(content, '.cache'), { recursive: true })
  })
})
