/** The walls of the house: who may import whom, and what may stand where. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Import {
  file: string
  /** A file of the project, relative to its root, or a package's name. */
  target: string
  typeOnly: boolean
}

const code = ['src', 'scripts'].flatMap((folder) => filesIn(folder)).filter((file) => /\.(ts|astro)$/.test(file))
const imports = code.flatMap(importsOf)

function filesIn(folder: string): string[] {
  return (readdirSync(join(root, folder), { recursive: true }) as string[]).map((file) => posix.join(folder, file.replaceAll('\\', '/'))).sort()
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The code without its comments, which may name what the code must not do. */
function codeOf(file: string): string {
  return withoutComments(textOf(file))
}

function withoutComments(text: string): string {
  return text.replace(/(^|[\s;{(,])\/\*[^]*?\*\//g, '$1').replace(/(^|\s)\/\/ .*$/gm, '$1')
}

function importsOf(file: string): Import[] {
  const found = [...codeOf(file).matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)]
  return found.map(([, type, name = '', dynamic]) => {
    const target = dynamic ?? name
    return { file, typeOnly: type !== undefined, target: target.startsWith('.') ? posix.normalize(posix.join(dirname(file), target)) : target }
  })
}

/** The stage of a file: the folder under src, or `scripts`. */
function stageOf(file: string): string {
  const parts = file.split('/')
  return parts[0] === 'src' ? parts[1]! : parts[0]!
}

/** Stages that may be imported, besides a stage's own files. */
const below: Record<string, string[]> = {
  // Both stand on floor 1, but a report is told in a language.
  diagnostics: ['languages'],
  languages: [],
  newsroom: ['diagnostics', 'languages'],
  pictures: ['diagnostics', 'languages'],
  translation: ['diagnostics', 'languages', 'newsroom', 'pictures'],
  web: ['diagnostics', 'languages', 'newsroom', 'pictures'],
  feeds: ['diagnostics', 'languages', 'newsroom', 'pictures'],
  print: ['diagnostics', 'languages', 'newsroom', 'pictures'],
  desk: ['diagnostics', 'languages', 'newsroom', 'pictures', 'translation', 'web', 'feeds', 'print'],
  scripts: ['diagnostics', 'languages', 'newsroom', 'pictures', 'translation', 'web', 'feeds', 'print', 'desk'],
}

const printOrder = ['stylebook', 'flow', 'type', 'makeup', 'imposition', 'pdf', 'preflight']

/** The scripts that take the READMEs' pictures and Lighthouse's marks borrow the browser and the server of the tests. */
const borrowed = [
  'scripts/readme-pictures.ts → tests/browser/browser.ts',
  'scripts/bench-lighthouse.ts → tests/browser/browser.ts', 'scripts/bench-lighthouse.ts → tests/browser/webServer.ts',
]

function isLocal(target: string): boolean {
  return /^(src|scripts|tests|content|node_modules)\//.test(target)
}

function told(found: Import[]): string[] {
  return found.map(({ file, target }) => `${file} → ${target}`)
}

describe('imports', () => {
  test('are seen at all', () => {
    expect(code.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(400)
    expect(told(imports)).toContain('src/print/print.ts → src/print/pdf/pdf.ts')
  })

  test('run down only: outputs never import each other, src never imports scripts or tests', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (!isLocal(target)) return false
      const [from, to] = [stageOf(file), stageOf(target)]
      return from !== to && !(below[from] ?? []).includes(to)
    })
    expect(told(wrong).filter((each) => !borrowed.includes(each))).toEqual([])
  })

  test('name stages that the house has', () => {
    const stages = new Set(code.map(stageOf))
    expect([...stages].filter((stage) => !(stage in below))).toEqual([])
  })

  test('run from stylebook to drawing inside print', () => {
    const roomOf = (file: string) => /^src\/print\/([^/]+)\//.exec(file)?.[1]
    const wrong = imports.filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      if (from === undefined) return false
      if (target.startsWith('src/print/') && to === undefined) return true
      return to !== undefined && printOrder.indexOf(to) > printOrder.indexOf(from)
    })
    expect(told(wrong)).toEqual([])
    const rooms = new Set(code.map(roomOf).filter((room) => room !== undefined))
    expect([...rooms].filter((room) => !printOrder.includes(room))).toEqual([])
  })

  test('never run in a circle, types included', () => {
    const graph = new Map<string, string[]>()
    for (const { file, target } of imports) graph.set(file, [...graph.get(file) ?? [], target])
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
        return
      }
      if (done.has(file)) return
      for (const target of graph.get(file) ?? []) walk(target, [...path, file])
      done.add(file)
    }
    for (const file of code) walk(file, [])
    expect(circles).toEqual([])
  })

  test('lead to files that exist', () => {
    const all = new Set([...code, ...filesIn('src'), ...filesIn('tests')])
    expect(told(imports.filter(({ target }) => isLocal(target) && !target.startsWith('node_modules/') && !all.has(target)))).toEqual([])
  })

  test('reach pdfkit and fontkit only from src/print/pdf', () => {
    const users = imports.filter(({ target }) => /^(pdfkit|fontkit)(\/|$)/.test(target))
    expect(users.length).toBeGreaterThan(0)
    expect(told(users.filter(({ file }) => !file.startsWith('src/print/pdf/')))).toEqual([])
  })

  test('reach sharp only from src/pictures; the script that draws the sample pictures is no part of the pipeline', () => {
    const users = imports.filter(({ target }) => target === 'sharp')
    expect(users.length).toBeGreaterThan(0)
    expect(told(users.filter(({ file }) => !file.startsWith('src/pictures/') && !file.startsWith('scripts/sample-pictures')))).toEqual([])
  })

  test('bring neither Node nor a font library to type and makeup', () => {
    const pure = imports.filter(({ file }) => /^src\/print\/(type|makeup)\//.test(file))
    expect(pure.length).toBeGreaterThan(20)
    expect(told(pure.filter(({ target }) => target.startsWith('node:') || /fontkit|pdfkit|sharp/.test(target)))).toEqual([])
  })

  test('parse Markdown and front matter in the newsroom alone', () => {
    const parsers = imports.filter(({ file, target, typeOnly }) => file.startsWith('src/') && !typeOnly && /^(remark-parse|gray-matter)$/.test(target))
    expect(parsers.length).toBeGreaterThan(0)
    expect(told(parsers.filter(({ file }) => !file.startsWith('src/newsroom/')))).toEqual([])
  })
})

describe('below scripts/', () => {
  const sources = code.filter((file) => file.startsWith('src/'))

  /** Places where a pattern stands in code, as file:line. */
  function placesOf(pattern: RegExp): string[] {
    return sources.flatMap((file) => codeOf(file).split('\n').flatMap((line) => pattern.test(line) ? [`${file}: ${line.trim()}`] : []))
  }

  test('nothing writes to the console or ends the process', () => {
    expect(placesOf(/\bconsole\.|process\.(exit|exitCode|stdout|stderr|abort)\b/)).toEqual([])
  })

  test('nothing reads the clock', () => {
    expect(placesOf(/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|performance\.now|process\.hrtime/)).toEqual([])
  })

  test('nothing draws lots', () => {
    expect(placesOf(/Math\.random|randomUUID|randomBytes|getRandomValues/)).toEqual([])
  })

  test('nothing asks where or for whom it runs', () => {
    expect(placesOf(/process\.cwd|os\.(homedir|userInfo|hostname)|toLocaleDateString\(\s*\)|toLocaleString\(\s*\)/)).toEqual([])
  })
})

describe('the lock file', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> }

  // npm ci refuses to begin when one is not listed, and npm does not list what a registry could not give on the day of an install.
  test('lists the packages of every platform', () => {
    const wanted = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).map((name) => ({ from, name })))
    const isListed = (from: string, name: string): boolean => {
      for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
        if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true
        if (folder === '') return false
      }
    }
    expect(wanted.length).toBeGreaterThan(20)
    expect(wanted.filter(({ from, name }) => !isListed(from, name)).map(({ from, name }) => `${from} → ${name}`)).toEqual([])
  })

  test('names no registry', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/)
  })
})

describe('tests', () => {
  // In a process that several files share, another file may have loaded the part before it was taken out.
  test('that put something in the place of a part of the program run alone', () => {
    const mocking = filesIn('tests').filter((file) => file.endsWith('.test.ts') && /^vi\.mock\(/m.test(textOf(file)))
    const alone = /const alone = \[([^\]]*)\]/.exec(textOf('vitest.config.ts'))![1]!
    expect(mocking.length).toBeGreaterThan(1)
    expect(mocking.filter((file) => !alone.includes(posix.basename(file, '.test.ts')))).toEqual([])
  })
})

describe('files', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)

  test('have names that say what they hold', () => {
    const vague = code.filter((file) => /(^|\/)(utils?|helpers?|types|misc|common|lib)(\/|\.ts$)/.test(file) || /\/index\.ts$/.test(file))
    expect(vague).toEqual([])
  })

  test('are of a size that one reader holds in mind', () => {
    const long = code.filter((file) => textOf(file).split('\n').length > 400)
    expect(long).toEqual([])
  })

  test('name no path of a machine', () => {
    const machine = new RegExp([
      String.raw`(?<![\w.~-])/(root|tmp|home|Users|work|private|var/folders)/[\w.-]`, String.raw`[A-Z]:\\Users\\`,
    ].join('|'))
    const text = tracked.filter((file) => /\.(ts|mjs|astro|json|md|ya?ml|css|txt)$|^\.ci\/|^\.gitignore$/.test(file))
    expect(text.length).toBeGreaterThan(150)
    const found = text.flatMap((file) => readTracked(file).split('\n').flatMap((line, index) => {
      const path = machine.exec(line)?.[0]
      return path === undefined || allowed.some((each) => line.includes(each)) ? [] : [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`]
    }))
    expect(found).toEqual([])
  })

  /** Tests of the rules against such paths have to write them. */
  const allowed = ['(root|tmp|home', '/home/reader', '/home/someone']

  function readTracked(file: string): string {
    try {
      return textOf(file)
    } catch {
      // Taken away, and not yet committed.
      return ''
    }
  }
})
