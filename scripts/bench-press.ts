/**
 * `npm run bench:press`: builds the same issues with this engine and with others, in turn and each in a process of its own, and
 * prints what they cost. Like is held against like: `this` makes a tagged file in light for readers, with made-up pages, jumps, links
 * and bookmarks; Typst a tagged one of text that runs through columns; Chromium a tagged, WeasyPrint an untagged one of such text.
 * `this, press` is what none of them makes, a file for a press: its pictures cropped and turned into four inks at newsprint's resolution.
 * Typst: `npm install --no-save @myriaddreamin/typst-ts-node-compiler`. WeasyPrint and Chromium are tried where they are installed.
 * Costs are read by GNU time (`apt install time`), children of the process included; memory is that of the largest process.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { medianOf, run, type Cost } from './bench-press/cost.ts'
import { engines, launch, type Engine } from './bench-press/engines.ts'
import { writeJob } from './bench-press/job.ts'
import { runCommand, WrongCall, type Command } from './commandLine.ts'

/** Pages, stories, and how often each engine builds them. */
const sizes = [{ pages: 12, stories: 20, rounds: 3 }, { pages: 120, stories: 200, rounds: 1 }]

/** Against which the others are measured. */
const yardstick = 'Typst'

const benchPress: Command = {
  name: 'bench-press',
  options: { pages: { type: 'string' } },
  run: async (call) => {
    const newsroom = readNewsroom(call.content).value
    const sample = newsroom?.issues[0]
    if (!newsroom || !sample) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    const cache = resolve(`${call.out}.cache`)
    const pictures = (await openPictures(resolve(call.content), picturesOf(newsroom), cache)).value!
    const present = engines.filter((engine) => engine.isPresent())
    for (const { name, install } of engines) {
      if (!present.some((engine) => engine.name === name)) call.print(`${name} is not installed. ${install}\n`)
    }
    for (const size of sizes.filter(({ pages }) => call.values.pages === undefined || String(pages) === call.values.pages)) {
      const folder = join(cache, 'bench-press', String(size.pages))
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      await writeJob({ ...size, content: resolve(call.content), cache, folder, printer: newsroom.paper.printer }, sample, pictures)
      call.print(`\n${size.pages} pages, ${size.stories} stories, ${size.rounds} rounds\n`)
      printCosts(measureEngines(present, folder, size.rounds), call.print)
    }
    if (call.values.pages === undefined) printSample(call.content, call.out, call.print)
    return true
  },
}

interface Measured extends Cost {
  engine: string
  pages: number
  bytes: number
  /** CPU milliseconds of building the whole PDF again after one edited paragraph, in a process that lives on. */
  edit?: number
  /** Those of making up the pages alone. */
  reset?: number
  /** Pages that are another after it. */
  changed?: number
}

/** Every round builds with each engine in turn, so that a busy minute of the machine meets them all. */
function measureEngines(present: Engine[], folder: string, rounds: number): Measured[] {
  const costs = new Map<Engine, Cost[]>(present.map((engine) => [engine, []]))
  // Once before it counts: files and compiled code are in their caches, as they are for an editor.
  for (const engine of present) run(engine.command(folder))
  for (let round = 0; round < rounds; round++) for (const engine of present) costs.get(engine)!.push(run(engine.command(folder)))
  return present.map((engine) => {
    const pdf = readFileSync(join(folder, `${engine.name}.pdf`))
    const edited = engine.edit && (JSON.parse(run(engine.edit(folder)).output) as Pick<Measured, 'edit' | 'reset' | 'changed'>)
    return { engine: engine.name, ...medianOf(costs.get(engine)!), pages: pagesIn(pdf, folder, engine.name), bytes: pdf.length, ...edited }
  })
}

function pagesIn(pdf: Uint8Array, folder: string, engine: string): number {
  const { output } = run(['qpdf', '--show-npages', join(folder, `${engine}.pdf`)])
  const pages = Number(output)
  if (!(pages > 0)) throw new Error(`${engine} made a file of ${pdf.length} bytes without pages`)
  return pages
}

function printCosts(rows: Measured[], print: (text: string) => void): void {
  const base = rows.find(({ engine }) => engine === yardstick)
  const ratio = (value: number | undefined, to: number | undefined) => value === undefined || to === undefined ? '' : (value / to).toFixed(2)
  print(table(rows.map((row) => ({
    engine: row.engine, pages: row.pages, kB: Math.round(row.bytes / 1000),
    'CPU s': row.cpu.toFixed(2), 'wall s': row.wall.toFixed(2), MiB: row.memory.toFixed(0),
    'edit ms': row.edit?.toFixed(0) ?? '', 'make-up ms': row.reset?.toFixed(0) ?? '', 'pages changed': row.changed ?? '',
    CPU: ratio(row.cpu, base?.cpu), 'CPU a page': ratio(row.cpu / row.pages, base && base.cpu / base.pages),
    memory: ratio(row.memory, base?.memory), bytes: ratio(row.bytes, base?.bytes), edit: ratio(row.edit, base?.edit),
  }))))
}

/** Both languages and every product of the sample's newest issue, once with empty hands and once with pictures in their cache. */
function printSample(content: string, out: string, print: (text: string) => void): void {
  const folder = resolve(`${out}.cache`, 'bench-press', 'sample')
  rmSync(folder, { recursive: true, force: true })
  rmSync(`${folder}.cache`, { recursive: true, force: true })
  const command = ['node', ...launch, join(import.meta.dirname, 'print.ts'), '--content', resolve(content), '--out', folder, '--quiet']
  print('\nThe sample\'s newest issue, every language and product\n')
  const tell = (pictures: string) => {
    const { cpu, wall, memory } = run(command)
    return { pictures, 'CPU s': cpu.toFixed(2), 'wall s': wall.toFixed(2), MiB: memory.toFixed(0) }
  }
  print(table([tell('made'), tell('cached'), tell('cached')]))
}

/** Rows as columns that a terminal shows side by side. */
function table(rows: Record<string, string | number>[]): string {
  const heads = Object.keys(rows[0]!)
  const widths = heads.map((head) => Math.max(head.length, ...rows.map((row) => String(row[head]).length)))
  const line = (cells: (string | number)[]) => cells.map((cell, k) => String(cell).padStart(widths[k]!)).join('  ')
  return [heads, ...rows.map((row) => heads.map((head) => row[head]!))].map((cells) => `${line(cells)}\n`).join('')
}

if (import.meta.main) await runCommand(benchPress)
