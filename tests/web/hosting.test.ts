import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { toRecipes } from '../../src/web/hosting.ts'
import { headerPolicy, pagePolicy } from '../../src/web/policy.ts'
import { readScripts } from '../../src/web/scripts.ts'

const scripts = await readScripts()
const recipes = new Map(toRecipes(scripts).map(({ file, text }) => [file, text]))

test('a page may run the one script that stands in it, and no other', () => {
  const hash = createHash('sha256').update(scripts.page).digest('base64')
  expect(pagePolicy(scripts)).toContain(`default-src 'none'; script-src 'sha256-${hash}'; style-src`)
  expect(pagePolicy(scripts, { ownScripts: true })).toContain(`script-src 'sha256-${hash}' 'self' file:;`)
  for (const policy of [pagePolicy(scripts), headerPolicy(scripts)]) expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
})

test('every recipe sends the policy, no referrer, and forbids framing', () => {
  expect([...recipes.keys()]).toEqual(['_headers', 'hosting/nginx.conf', 'hosting/Caddyfile', 'hosting/onion.conf'])
  for (const [file, text] of recipes) {
    expect([file, text]).toEqual([file, expect.stringContaining(scripts.pageHash)])
    for (const part of ["frame-ancestors 'none'", 'no-referrer', 'nosniff']) expect([file, text.includes(part)]).toEqual([file, true])
  }
})

test('what asks for a certificate is in every recipe but the onion’s', () => {
  for (const [file, text] of recipes) {
    const asks = text.includes('Strict-Transport-Security') || text.includes('upgrade-insecure-requests')
    expect([file, asks]).toEqual([file, file !== 'hosting/onion.conf'])
  }
})
