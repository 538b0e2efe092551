/** The keys between the two lines of dashes at the head of a story, and the place of each. */
import matter from 'gray-matter'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { parsePlainYaml, parseYaml, type YamlTree } from './yamlText.ts'

/** A story file, parted. */
export interface FrontMatter {
  /** The keys as they stand; see yamlText.ts. */
  data: Record<string, unknown>
  places: Record<string, Place>
  /** The file with blanks instead of the front matter, so that every line, column and offset of the body stays true. */
  body: string
  diagnostics: Diagnostic[]
}

/** Front matter is a page of keys at most; more is a file that was never closed. */
const limit = 20_000

/** Parts a story file. Reports front matter that is missing, unclosed, too long or not YAML. */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const firstLine = { file, start: { line: 1, column: 1 }, end: { line: 1, column: text.split('\n', 1)[0]!.length + 1 } }
  const without = (id: 'frontmatter/missing' | 'frontmatter/unclosed' | 'frontmatter/too-long'): FrontMatter =>
    ({ data: {}, places: {}, body: text, diagnostics: [{ id, place: firstLine, params: {} }] })
  // gray-matter reads a word after the dashes as the name of a programming language; here only dashes begin front matter.
  if (!/^---[ \t]*(\n|$)/.test(text)) return without('frontmatter/missing')
  const close = /\n---[ \t]*(?=\n|$)/.exec(text)
  if (!close) return without('frontmatter/unclosed')
  if (close.index > limit) return without('frontmatter/too-long')

  const end = close.index + close[0].length
  const head = text.slice(0, end)
  const body = head.replace(/[^\n]/g, ' ') + text.slice(end)
  const plain = parsePlainYaml(text.slice(3, close.index), file)
  if (plain !== undefined) return { ...plain, body }
  let tree: YamlTree = { data: {}, places: {}, diagnostics: [] }
  matter(head, {
    language: 'yaml',
    engines: {
      yaml: source => {
        // gray-matter hands over the block with the line end after the first dashes, so its second line is the file's second.
        tree = parseYaml(source, file)
        return tree.data
      },
    },
  })
  return { ...tree, body }
}
