/**
 * The one Markdown processor. A story's text becomes the house's tree here, once; site, feeds, print and translation read it.
 * CommonMark, GFM's tables, footnotes and strikethrough, the house's directives; what no reader may get is gone afterwards.
 */
import type { Root } from 'mdast'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Copy, CopyContext } from './copy.ts'
import { depthOfBlocks, depthOfTree, isBusy, plainTree } from './depth.ts'
import { parseProse } from './prose.ts'
import { resolveReferences } from './passes/references.ts'
import { setDirectives } from './passes/directives.ts'
import { removeRawHtml } from './passes/rawHtml.ts'
import { keepYears } from './passes/years.ts'
import { setFigures } from './passes/figures.ts'
import { checkLength } from './passes/length.ts'
import { checkLinks } from './passes/links.ts'
import { setSignOffs } from './passes/signOffs.ts'
import { setPunctuation } from './passes/punctuation.ts'
import { tidy } from './passes/tidy.ts'

/** What is done to a parsed text, in this order: each pass reads what the ones before it made. */
const passes: ((copy: Copy) => void)[] = [
  resolveReferences,
  setDirectives,
  removeRawHtml,
  keepYears,
  setFigures,
  checkLinks,
  tidy,
  checkLength,
  setSignOffs,
  setPunctuation,
]

/** Blocks within blocks; nobody reads a quotation in the thirtieth list, and each level costs the stack of every reader. */
const deepest = 30

/** What a text may hold beside CommonMark, and the signs without which it cannot. Every unused extension costs each text a tenth of its time. */
const extensions = [
  { signs: /\||:-|-:/, micromark: gfmTable, mdast: gfmTableFromMarkdown },
  { signs: /\[\^/, micromark: gfmFootnote, mdast: gfmFootnoteFromMarkdown },
  { signs: /~/, micromark: () => gfmStrikethrough({ singleTilde: false }), mdast: gfmStrikethroughFromMarkdown },
]

const processors = new Map<string, Processor<Root>>()

/** The parser for a text, by the signs that stand in it; prose.ts spares it most of the work. */
export function parserFor(source: string): Processor<Root> {
  const wanted = [...extensions.map(({ signs }) => signs.test(source)), source.includes('::')]
  const name = wanted.join()
  const known = processors.get(name)
  if (known !== undefined) return known
  const plain = unified().use(remarkParse).use(leanGfm, wanted)
  const made = (wanted.at(-1) ? plain.use(remarkDirective).use(withoutTextDirectives) : plain) as unknown as Processor<Root>
  processors.set(name, made)
  return made
}

/**
 * Turns a story's Markdown into the house's tree.
 * @param source the text; a front matter before it must be blanked, so that places stay true
 */
export function parseMarkdown(source: string, context: CopyContext): { body: Root; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const plain = (): { body: Root; diagnostics: Diagnostic[] } => {
    diagnostics.push({ id: 'text/too-deep', place: { file: context.file }, params: {} })
    return { body: plainTree(source), diagnostics }
  }
  if (depthOfBlocks(source) > deepest || isBusy(source)) return plain()
  const parser = parserFor(source)
  const tree = parseProse(source, (text) => parser.parse(text))
  if (depthOfTree(tree) > 2 * deepest) return plain()
  const copy: Copy = { ...context, source, tree, diagnostics }
  for (const pass of passes) pass(copy)
  return { body: tree, diagnostics }
}

/** Of GFM only what a newspaper uses; without its autolink literals, which cost a third of the parsing time. */
function leanGfm(this: Processor, wanted: boolean[]): void {
  const data = this.data()
  const used = extensions.filter((_, index) => wanted[index])
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...used.map(({ micromark }) => micromark())]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...used.map(({ mdast }) => mdast())]
}

/** The house has no directives within a line, so that colons in prose (`Note:important`, `8:30`) are only colons. */
function withoutTextDirectives(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(extension => {
    const isDirective = extension.flow && 58 in extension.flow
    return isDirective ? { flow: extension.flow } : extension
  })
}
