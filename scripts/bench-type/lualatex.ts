/** Sets a job with LuaLaTeX and microtype, where they are installed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { faces } from '../../src/print/stylebook/faces.ts'
import { type, type TypeJob } from './copy.ts'

export function isTexPresent(): boolean {
  return spawnSync('lualatex', ['--version']).status === 0
    && spawnSync('kpsewhich', ['microtype.sty', 'fontspec.sty', 'spanish.ldf']).stdout.toString().trim().split('\n').length === 3
}

/** Expansion and protrusion are microtype's own; the tolerance is what narrow columns need. */
export function setByTex({ language, measure, paragraphs }: TypeJob): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'bench-type-'))
  const font = createRequire(import.meta.url).resolve(faces.text.file)
  const height = type.linesOfPage * type.leading
  writeFileSync(join(folder, 'job.tex'), String.raw`\documentclass{article}
\usepackage[paperwidth=${measure + 2 * type.margin}bp,paperheight=${height + 2 * type.margin}bp,margin=${type.margin}bp,noheadfoot]{geometry}
\usepackage[${language === 'es' ? 'spanish,es-noshorthands' : 'english'}]{babel}
\usepackage{fontspec}
\setmainfont{${basename(font)}}[Path=${dirname(font)}/,Ligatures=TeX]
\usepackage{microtype}
\AtBeginDocument{\fontsize{${type.size}bp}{${type.leading}bp}\selectfont\parindent=${type.indent}bp\parskip=0pt\lefthyphenmin=2\righthyphenmin=3}
\topskip=9bp\pagestyle{empty}\raggedbottom\frenchspacing
\tolerance=2000\emergencystretch=1em\widowpenalty=10000\clubpenalty=10000
\begin{document}
${paragraphs.map(escape).join('\n\n')}
\end{document}
`)
  try {
    const { status, stdout } = spawnSync('lualatex', ['-interaction=batchmode', 'job.tex'], { cwd: folder })
    if (status !== 0) throw new Error(`LuaLaTeX failed: ${stdout.toString()}`)
    return readFileSync(join(folder, 'job.pdf'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function escape(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (sign) => (/[\\^~]/.test(sign) ? `\\char${sign.charCodeAt(0)} ` : `\\${sign}`))
}
