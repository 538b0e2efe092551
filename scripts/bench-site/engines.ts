/** The engines that are compared: how each gets the copy, how it is called, and how one installs it. */
import { spawnSync } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { writeForeignStory, writeOwnCopy, writeOwnStory, storiesOf } from './archive.ts'
import type { Told } from './archive.ts'
import { astroFiles } from './astro.ts'
import { eleventyFiles } from './eleventy.ts'
import { hugoFiles } from './hugo.ts'
import { writeProject } from './project.ts'

/** An engine at work in a folder of its own, with `out` for what it makes. */
export interface Engine {
  name: string
  isPresent: boolean
  install: string
  prepare(folder: string, issues: number): void
  /** Rewrites one story. */
  change(folder: string, story: Told): void
  /** Program and arguments of a process that prints what the products cost which other engines do not make, where there are any. */
  extras?(folder: string): string[]
  /** Program and arguments of one build, and the folder that it is started in. */
  command(folder: string): { command: string[]; cwd: string }
}

/**
 * Every engine that the bench knows.
 * @param packages a folder whose node_modules hold Eleventy, Astro and its remark processor
 * @param hugo the Hugo program
 */
export function enginesOf(packages: string, hugo: string): Engine[] {
  const beside = 'npm install --no-save --prefix FOLDER @11ty/eleventy astro @astrojs/markdown-remark, and name it: --packages FOLDER'
  const has = (...names: string[]): boolean => names.every((name) => existsSync(join(packages, 'node_modules', name)))
  const foreign = (
    name: string, isPresent: boolean, install: string, files: Record<string, string>, content: string, command: (folder: string) => string[],
  ): Engine => ({
    name, isPresent, install,
    prepare(folder, issues) {
      writeProject(folder, files)
      if (name !== 'Hugo') symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'))
      for (const story of storiesOf(issues)) writeForeignStory(join(folder, content), story)
    },
    change: (folder, story) => writeForeignStory(join(folder, content), story),
    command: (folder) => ({ command: command(folder), cwd: folder }),
  })
  const node = process.execPath
  const astro = (folder: string): string[] => [node, join(folder, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent']
  return [
    {
      name: 'this', isPresent: true, install: '',
      prepare: (folder, issues) => writeOwnCopy(join(folder, 'content'), issues),
      change: (folder, story) => writeOwnStory(join(folder, 'content'), story),
      command: (folder) => ({
        command: [
          node, '--import', join(import.meta.dirname, '../compileCache.mjs'), join(import.meta.dirname, 'house.ts'),
          ...['content', 'out', 'cache'].map((each) => join(folder, each)),
        ],
        cwd: folder,
      }),
      extras: (folder) => [node, join(import.meta.dirname, 'extras.ts'), join(folder, 'content'), join(folder, 'cache')],
    },
    foreign('Hugo', spawnSync(hugo, ['version']).status === 0, 'apt install hugo, or name it: --hugo PROGRAM', hugoFiles, 'content', (folder) => (
      [hugo, '--quiet', '--destination', 'out', '--cacheDir', join(folder, 'cache')]
    )),
    foreign('Eleventy', has('@11ty/eleventy'), beside, eleventyFiles, 'content', (folder) => (
      [node, join(folder, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet']
    )),
    foreign('Astro', has('astro'), beside, astroFiles('default'), 'content', astro),
    foreign('Astro with remark', has('astro', '@astrojs/markdown-remark'), beside, astroFiles('remark'), 'content', astro),
  ]
}
