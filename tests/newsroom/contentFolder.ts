import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A content folder for one test, gone after it. Paths with forward slashes; paper.yaml is there unless given. */
export function contentFolder(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'newsroom-'))
  folders.push(root)
  const all = { 'paper.yaml': 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\nsections: { struggle: Struggle }\n', ...files }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

/** A story file with a headline. */
export function story(body: string, keys = 'title: The strike'): string {
  return `---\n${keys}\n---\n\n${body}\n`
}

export const issueYaml = 'volume: 17\nnumber: 1\ndate: 2026-11-15\n'
