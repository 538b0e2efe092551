/**
 * `npm run bench:type`: sets the same 10,000 words in each language at three measures with this engine and with others, in the same font,
 * with the patterns of the same languages, and prints how even the type is, counted on the finished PDFs (poppler-utils).
 * Typst: `npm install --no-save @myriaddreamin/typst-ts-node-compiler`. LuaLaTeX and microtype:
 * `apt install texlive-luatex texlive-latex-recommended texlive-lang-spanish`.
 */
import { parseArgs } from 'node:util'
import { languages, measures, readParagraphs, type TypeJob } from './bench-type/copy.ts'
import { setByHouse } from './bench-type/house.ts'
import { readLines } from './bench-type/lines.ts'
import { isTexPresent, setByTex } from './bench-type/lualatex.ts'
import { qualityOf, type Quality } from './bench-type/quality.ts'
import { isTypstPresent, setByTypst, typstSettings } from './bench-type/typst.ts'

interface Engine {
  name: string
  isPresent(): boolean
  set(job: TypeJob): Promise<Uint8Array> | Uint8Array
}

const engines: Engine[] = [
  { name: 'this', isPresent: () => true, set: setByHouse },
  { name: 'Typst', isPresent: isTypstPresent, set: (job) => setByTypst(job, typstSettings.plain) },
  { name: 'Typst, tracking ±0.02 em', isPresent: isTypstPresent, set: (job) => setByTypst(job, typstSettings.limits) },
  { name: 'LuaLaTeX + microtype', isPresent: isTexPresent, set: setByTex },
]

const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } })
const present = engines.filter((engine) => engine.isPresent())
for (const { name } of engines.filter((engine) => !present.includes(engine))) console.log(`NOT COMPARED: ${name} is not installed; this file says how.`)
for (const language of languages) {
  const paragraphs = readParagraphs(values.content, language)
  for (const measure of measures) {
    const rows: Record<string, Quality & { lines: number }> = {}
    for (const { name, set } of present) {
      const lines = readLines(await set({ language, measure, paragraphs }))
      rows[name] = { lines: lines.length, ...qualityOf(lines, measure) }
    }
    console.log(`\n${language}, ${measure} pt`)
    console.table(rows)
    console.log(formatDefeats(rows))
  }
}

/** Where another engine is better, in words: of every row but the number of lines less is better. */
function formatDefeats({ this: ours, ...others }: Record<string, Quality>): string {
  const defeats = Object.entries(others).flatMap(([name, theirs]) => {
    const rows = Object.keys(ours!).filter((row) => row !== 'lines' && theirs[row as keyof Quality] < ours![row as keyof Quality])
    return rows.length > 0 ? [`${name} is better in ${rows.join(', ')}.`] : [`${name} is better in nothing.`]
  })
  return defeats.join('\n')
}
