import { defineConfig } from 'vitest/config'

const report = process.env['VITEST_REPORT']

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Vitest leaves one core to itself, which on a server of two is half.
    maxWorkers: '100%',
    // Whole papers are set and drawn in some tests; a busy machine takes its time over them.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // .ci/run counts from the file; people read the words.
    reporters: report ? ['default', 'json'] : ['default'],
    ...report !== undefined && { outputFile: { json: report } },
  },
})
