/**
 * Builds a job with Typst: `node typst.ts FOLDER [edit]`. Its package is no dependency of the project, so it is asked for by name
 * and its shape is written down here.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { family, fontFolders } from './fontFolders.ts'
import { cpuOf, edits, editWords, language, median, readJob, type Job } from './job.ts'

interface TypstCompiler {
  addSource(path: string, source: string): void
  pdf(main: { mainFilePath: string }): Uint8Array
}

const name = '@myriaddreamin/typst-ts-node-compiler'
const { NodeCompiler } = await import(name) as {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): TypstCompiler }
}
const [folder = '', mode] = process.argv.slice(2)
const source = join(folder, 'job.typ')
const job = readJob(folder)
if (mode !== 'edit') writeFileSync(source, formatTypst(job))
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFolders() }] })
writeFileSync(join(folder, 'Typst.pdf'), compiler.pdf({ mainFilePath: source }))
if (mode === 'edit') {
  const costs: number[] = []
  for (let round = 0; round < edits; round++) {
    const block = job.copy[round]!.blocks.find(({ heading }) => !heading)!
    block.text += editWords(round)
    compiler.addSource(source, formatTypst(job))
    costs.push(await cpuOf(() => writeFileSync(join(folder, 'Typst.pdf'), compiler.pdf({ mainFilePath: source }))))
  }
  writeFileSync(source, formatTypst(readJob(folder)))
  console.log(JSON.stringify({ edit: median(costs) }))
}

/** Copy goes in as strings, in which no sign has a meaning of Typst's. */
function formatTypst({ sheet, copy }: Job): string {
  const text = (words: string) => `#${JSON.stringify(words)}`
  const stories = copy.map(({ title, deck, byline, picture, caption, blocks }) => [
    `= ${text(title)}`,
    deck && `#par(justify: false)[#emph[${text(deck)}]]`,
    byline && `#par(justify: false)[*${text(byline)}*]`,
    picture && `#figure(image(${JSON.stringify(picture)}, width: 100%), caption: [${text(caption)}], supplement: none)`,
    ...blocks.map(({ heading, text: words }) => heading ? `== ${text(words)}` : text(words)),
  ].filter(Boolean).join('\n\n'))
  return `#set page(width: ${sheet.trim.width}pt, height: ${sheet.trim.height}pt, margin: ${sheet.margin}pt, columns: ${sheet.columns}, numbering: "1")
#set text(font: ${JSON.stringify(family)}, size: ${sheet.body}pt, lang: "${language}", hyphenate: true)
#set par(justify: true, leading: ${sheet.leading - sheet.body * 0.66}pt, spacing: ${sheet.leading - sheet.body * 0.66}pt, first-line-indent: 1em)
#show heading: set text(weight: 800, hyphenate: false)
#show heading: set par(justify: false)
${stories.join('\n\n')}
`
}
