import { configDefaults, defineConfig } from 'vitest/config'

const report = process.env['VITEST_REPORT']

/** Whole papers, a browser, or a part of the program taken out and another put in its place: these files have a process of their own. */
const alone = [
  'tests/{sample,privacy}.test.ts', 'tests/{browser,papers}/*.test.ts', 'tests/web/{incremental,thirdLanguage}.test.ts',
  'tests/scripts/{build,preflight,pressProfile,print,printedFiles}.test.ts', 'tests/newsroom/keptNewsroom.test.ts',
]

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which on a server of two is half.
    maxWorkers: '100%',
    // Whole papers are set and drawn in some tests; a busy machine takes its time over them.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Long files begin first, short ones fill what is left of the time: projects go in the order of their names.
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      // The others share a process a core, and the program in it: to load it for each file took as long as a third of the tests.
      { extends: true, test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: [...configDefaults.exclude, ...alone], isolate: false } },
    ],
    // .ci/run counts from the file; people read the words.
    reporters: report ? ['default', 'json'] : ['default'],
    ...report !== undefined && { outputFile: { json: report } },
  },
})
