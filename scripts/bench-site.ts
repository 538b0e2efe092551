/**
 * `npm run bench:site -- [--issues 20,400] [--packages FOLDER] [--hugo PROGRAM]`: builds the site of a made-up archive (issues × 12 stories ×
 * 2 languages) with this engine and with others, each in turn and in a process of its own: first, with nothing changed, with one story
 * changed. Others make plainer sites of the same copy: stories, issues, archive, topics, section, a feed, a site map. What this one makes
 * besides (search, plain texts, whole stories in feeds) is in its costs, and told apart. What a first build costs before any copy (Astro's components
 * compiled) is measured on an archive of one issue and told apart as well; with three sizes and more, growth is that of the pages added. No
 * e-books, PDFs, cards or zip. Costs are read by GNU time (`apt install time`), children of a process included; memory is that of the
 * largest process.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run, type Cost } from './bench-press/cost.ts'
import { storiesOf, textOf } from './bench-site/archive.ts'
import { enginesOf, type Engine } from './bench-site/engines.ts'
import { runCommand, WrongCall, type Command } from './commandLine.ts'

const builds = ['first', 'nothing changed', 'one story changed'] as const

/** What one engine took for each build. */
interface Measured {
  engine: string
  pages: number
  costs: Cost[]
  /** CPU seconds of a first build, by product. */
  extras: Record<string, number>
}

const benchSite: Command = {
  name: 'bench-site',
  options: { issues: { type: 'string' }, packages: { type: 'string' }, hugo: { type: 'string' } },
  run: (call) => {
    const sizes = String(call.values.issues ?? '20').split(',').map(Number)
    if (sizes.some((size) => !Number.isInteger(size) || size < 1)) throw new WrongCall('--issues takes numbers of issues, as in --issues 20,400')
    const engines = enginesOf(resolve(String(call.values.packages ?? '.')), String(call.values.hugo ?? 'hugo'))
    for (const { name, install, isPresent } of engines) {
      if (!isPresent) call.print(`${name} is NOT MEASURED: it is not installed. To have it: ${install}\n`)
    }
    const fixed = Object.fromEntries(engines.filter(({ isPresent }) => isPresent).map((engine) => [engine.name, fixedCost(engine)]))
    const own = sizes.map((issues) => {
      call.print(`\n${issues} issues, ${[...storiesOf(issues)].length} stories\n${header}\n`)
      const measured = engines.filter(({ isPresent }) => isPresent).map((engine) => {
        const costs = measure(engine, issues)
        call.print(lines(costs, fixed[engine.name]!))
        return costs
      })
      call.print(comparison(measured))
      call.print(extrasOf(measured[0]!))
      return measured[0]!
    })
    const [small, large] = [own[0]!, own.at(-1)!]
    const growth = (before: number): string => {
      const speed = ({ pages, costs }: Measured): number => pages / (costs[0]!.cpu - before)
      return `${(speed(large) / speed(small)).toFixed(2)}×`
    }
    if (own.length > 1) {
      call.print(`\nPages in a CPU second, first build, ${large.pages} pages against ${small.pages}: ${growth(0)}, and ${growth(fixed.this!)} without what it costs before any copy\n`)
    }
    if (own.length > 1) call.print(addedOf(own))
    return true
  },
}

/**
 * Pages made in a CPU second between one size of the archive and the next: what a first build costs once, its start and the time until V8 has
 * compiled what runs often, is in neither.
 */
function addedOf(own: Measured[]): string {
  const speeds = own.slice(1).map((each, index) => {
    const before = own[index]!
    return { from: before.pages, to: each.pages, speed: (each.pages - before.pages) / (each.costs[0]!.cpu - before.costs[0]!.cpu) }
  })
  const growth = speeds.length > 1 ? `; the last against the first ${(speeds.at(-1)!.speed / speeds[0]!.speed).toFixed(2)}×` : ''
  return `Pages added in a CPU second: ${speeds.map(({ from, to, speed }) => `from ${from} to ${to} ${speed.toFixed(0)}`).join(', ')}${growth}\n`
}

/** CPU seconds of a first build that no story has a part in: those of one issue, less what an issue adds. */
function fixedCost(engine: Engine): number {
  const [one, two] = [1, 3].map((issues) => firstBuild(engine, issues))
  return one! - (two! - one!) / 2
}

function firstBuild(engine: Engine, issues: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'))
  try {
    engine.prepare(folder, issues)
    const { command, cwd } = engine.command(folder)
    return run(['env', '-C', cwd, ...command]).cpu
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The three builds of one engine, in a folder that is gone afterwards. */
function measure(engine: Engine, issues: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'bench-site-'))
  try {
    mkdirSync(folder, { recursive: true })
    engine.prepare(folder, issues)
    const build = (): Cost => {
      const { command, cwd } = engine.command(folder)
      return run(['env', '-C', cwd, ...command])
    }
    const [first, again] = [build(), build()]
    const extras = engine.extras === undefined ? {} : JSON.parse(run(engine.extras(folder)).output) as Measured['extras']
    engine.change(folder, { ...storiesOf(issues).next().value!, title: 'Corrected', text: textOf(7_000_000) })
    const changed = build()
    const pages = readdirSync(join(folder, 'out'), { recursive: true }).filter((file) => String(file).endsWith('.html')).length
    return { engine: engine.name, pages, costs: [first, again, changed], extras }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const header = `${''.padEnd(18)}${''.padEnd(18)}   pages   CPU s  wall s    MiB  pages/CPU s   without start`

function lines({ engine, pages, costs }: Measured, fixed: number): string {
  return costs.map(({ cpu, wall, memory }, index) => (
    `${(index === 0 ? engine : '').padEnd(18)}${builds[index]!.padEnd(18)}${String(pages).padStart(8)}${cpu.toFixed(1).padStart(8)}`
    + `${wall.toFixed(1).padStart(8)}${memory.toFixed(0).padStart(7)}${(pages / cpu).toFixed(0).padStart(13)}${index === 0 ? `${(pages / (cpu - fixed)).toFixed(0).padStart(16)} (${fixed.toFixed(1)} s)` : ''}\n`
  )).join('')
}

/** What of our first build goes into products that the others do not make. */
function extrasOf({ costs, extras }: Measured): string {
  const parts = Object.entries(extras).map(([name, cpu]) => `${name} ${cpu.toFixed(1)}`)
  const rest = costs[0]!.cpu - Object.values(extras).reduce((sum, cpu) => sum + cpu, 0)
  return `Of this first build, what the others do not make costs CPU s: ${parts.join(', ')} (whole stories, and a feed for every section); all else ${rest.toFixed(1)}\n`
}

/** Our costs as shares of each other engine's. */
function comparison([own, ...others]: Measured[]): string {
  return others.map(({ engine, costs }) => {
    const shares = builds.map((build, index) => `${build} ${(own!.costs[index]!.cpu / costs[index]!.cpu).toFixed(2)}×`)
    const peak = (all: Cost[]): number => Math.max(...all.map(({ memory }) => memory))
    return `CPU against ${engine}: ${shares.join(', ')}; peak memory ${(peak(own!.costs) / peak(costs)).toFixed(2)}×\n`
  }).join('')
}

await runCommand(benchSite)
