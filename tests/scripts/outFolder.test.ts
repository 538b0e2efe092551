import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { build } from '../../scripts/build.ts'
import { WrongCall } from '../../scripts/commandLine.ts'
import { checkOutFolder } from '../../scripts/outFolder.ts'
import { translatorFor } from '../../src/languages/translator.ts'
import { call } from './process.ts'

let room: string
let content: string

beforeEach(() => {
  room = realpathSync(mkdtempSync(join(tmpdir(), 'out-')))
  content = join(room, 'content')
  mkdirSync(join(content, 'issues'), { recursive: true })
  writeFileSync(join(content, 'paper.yaml'), 'name: A Paper\n')
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

const check = (out: string): void => checkOutFolder({ content, out, t: translatorFor('en') })

describe('an output folder is taken', () => {
  test('where there is none yet, where it is empty, and beside the copy or its stories', () => {
    mkdirSync(join(room, 'empty'))
    for (const out of [join(room, 'dist'), join(room, 'deep', 'dist'), join(room, 'empty'), `${content}-site`, join(content, 'dist')]) {
      expect(() => check(out)).not.toThrow()
    }
  })

  test('where nothing lies but what commands made: a build, or PDFs or a board alone, also in languages that the paper no longer has', () => {
    const out = join(room, 'dist')
    for (const name of ['en', 'pt-BR', 'downloads', 'translations', 'assets', 'pictures', 'search', 'hosting']) mkdirSync(join(out, name), { recursive: true })
    for (const name of ['index.html', '404.html', '_headers', 'sw.js', 'sitemap.xml', '.DS_Store']) writeFileSync(join(out, name), '')
    expect(() => check(out)).not.toThrow()
  })
})

describe('an output folder is refused, and nothing is touched', () => {
  test('where it is the copy or holds it, by whatever way', () => {
    symlinkSync(room, join(room, 'link'))
    for (const out of [content, `${content}/`, room, '/', join(room, 'link'), join(room, 'link', 'content'), join(content, '..')]) {
      expect(() => check(out), out).toThrow(/holds the copy/)
      expect(() => check(out), out).toThrow(WrongCall)
    }
  })

  test('where it lies among the stories', () => {
    expect(() => check(join(content, 'issues', '17-01', 'dist'))).toThrow(/lies among the stories/)
    expect(() => check(join(content, 'pages'))).toThrow(/lies among the stories/)
  })

  test('where somebody keeps other things', () => {
    mkdirSync(join(room, 'home'))
    writeFileSync(join(room, 'home', 'letter.odt'), 'mine')
    expect(() => check(join(room, 'home'))).toThrow(/holds “letter\.odt”, which is not from a build: nothing was done\. Put that elsewhere/)
    writeFileSync(join(room, 'file'), '')
    expect(() => check(join(room, 'file'))).toThrow('is a file, not a folder')
  })

  test('by the command, in the language of the caller', async () => {
    expect(await call(build, ['--content', content, '--out', content, '--language', 'es'])).toEqual({
      code: 1, output: '',
      errors: `${content} contiene los textos (${content}), y el comando sustituye la carpeta entera: no se hizo nada. Indique otra carpeta con --out, por ejemplo --out dist.\n`,
    })
  })
})
