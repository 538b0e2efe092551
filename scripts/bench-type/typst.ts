/**
 * Sets a job with Typst. Its package is no dependency of the project, so it is asked for by name and its shape is written
 * down here.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { family, fontFolders } from '../bench-press/fontFolders.ts'
import { type, type TypeJob } from './copy.ts'

interface TypstCompiler {
  pdf(main: { mainFilePath: string }): Uint8Array
}

const name = '@myriaddreamin/typst-ts-node-compiler'

/** As it comes, and with what its handbook offers against loose lines. */
export const typstSettings = {
  plain: '',
  limits: ', justification-limits: (tracking: (min: -0.02em, max: 0.02em))',
} as const

export function isTypstPresent(): boolean {
  try {
    return createRequire(import.meta.url).resolve(name) !== ''
  } catch {
    return false
  }
}

export async function setByTypst({ language, measure, paragraphs }: TypeJob, settings: string): Promise<Uint8Array> {
  const { NodeCompiler } = await import(name) as {
    NodeCompiler: { create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): TypstCompiler }
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-type-'))
  const source = join(folder, 'job.typ')
  const height = type.linesOfPage * type.leading
  const gap = type.leading - 0.9 * type.size
  writeFileSync(source, `#set page(width: ${measure + 2 * type.margin}pt, height: ${height + 2 * type.margin}pt, margin: ${type.margin}pt)
#set text(font: ${JSON.stringify(family)}, size: ${type.size}pt, lang: "${language}", hyphenate: true, top-edge: 0.7em, bottom-edge: -0.2em)
#set par(justify: true, leading: ${gap}pt, spacing: ${gap}pt, first-line-indent: (amount: ${type.indent}pt, all: true)${settings})
${paragraphs.map((text) => `#${JSON.stringify(text)}`).join('\n\n')}
`)
  try {
    const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders() }] })
    return compiler.pdf({ mainFilePath: source })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
