/** The engines that are compared: how each is called, and how an editor gets it. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { formatHtml } from './html.ts'

export interface Engine {
  name: string
  isPresent(): boolean
  install: string
  /** The program and its arguments that build the job of a folder into `<name>.pdf` beside it. */
  command(folder: string): string[]
  /** The same in a process that lives on while paragraphs are edited; prints `{ edit, reset?, changed? }` as JSON. */
  edit?(folder: string): string[]
}

/** How this project's commands are started. */
export const launch = launchOf('print')

export const engines: Engine[] = [
  house('this', 'reader'),
  // As if no paragraph of the issue had ever been set.
  house('this, anew', 'reader', 'anew'),
  house('this, press', 'press'),
  {
    name: 'Typst',
    isPresent: () => resolves('@myriaddreamin/typst-ts-node-compiler'),
    install: 'Install it beside: npm install --no-save @myriaddreamin/typst-ts-node-compiler',
    command: (folder) => ['node', script('typst.ts'), folder],
    edit: (folder) => ['node', script('typst.ts'), folder, 'edit'],
  },
  {
    name: 'WeasyPrint',
    isPresent: () => answers('weasyprint'),
    install: 'Install it with: pip install weasyprint',
    command: (folder) => ['weasyprint', html(folder), join(folder, 'WeasyPrint.pdf')],
  },
  {
    name: 'Chromium',
    isPresent: () => answers('chromium'),
    install: 'Install it with: apt install chromium',
    command: (folder) => [
      'chromium', '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--allow-file-access-from-files',
      `--print-to-pdf=${join(folder, 'Chromium.pdf')}`, `file://${html(folder)}`,
    ],
  },
]

/** This engine with one product: `reader` in light, with tags, links and bookmarks, as Typst's file is; `press` in four inks, its pictures as large as newsprint takes them. */
function house(name: string, product: 'reader' | 'press', mode?: 'anew'): Engine {
  const command = (folder: string) => ['node', ...launch, script('house.ts'), folder, name, product]
  return {
    name, isPresent: () => true, install: '',
    command: (folder) => [...command(folder), ...mode ? [mode] : []],
    ...!mode && { edit: (folder: string) => [...command(folder), 'edit'] },
  }
}

function script(name: string): string {
  return join(import.meta.dirname, name)
}

/** The options that package.json gives to Node for a command. */
function launchOf(command: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { scripts: Record<string, string> }
  return scripts[command]!.split(' ').slice(1, -1)
}

function resolves(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}

function answers(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** Written once a job: the copy is given to an engine in its own tongue, and to write that down is not its cost. */
function html(folder: string): string {
  const file = join(folder, 'job.html')
  writeFileSync(file, formatHtml(folder))
  return file
}
