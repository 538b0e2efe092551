import type { Node, Root } from 'mdast'
import type { DiagnosticId } from '../diagnostics/catalogue.ts'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'

/** Why a picture cannot be used, or that it can. */
export type PictureState = { state: 'found' } | { state: 'outside' } | { state: 'missing'; likely: string }

/** What the Markdown processor must know about the world around a text. */
export interface CopyContext {
  /** The Markdown file, relative to the content folder. */
  file: string
  /** The story's folder, relative to the content folder. */
  folder: string
  language: Language
  /** Looks for a picture by its path relative to the story's folder. */
  findPicture(path: string): PictureState
}

/** One text on its way through the passes of markdown.ts, which change `tree` and add to `diagnostics`. */
export interface Copy extends CopyContext {
  source: string
  tree: Root
  diagnostics: Diagnostic[]
}

/** The place of a node in the editor's file. */
export function placeOfNode(node: Node, file: string): Place {
  const position = node.position
  if (!position) return { file }
  const { start, end } = position
  return { file, start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } }
}

/** Adds a diagnostic at a node. */
export function report(copy: Copy, id: DiagnosticId, node: Node, params: Diagnostic['params'] = {}): void {
  copy.diagnostics.push({ id, place: placeOfNode(node, copy.file), params })
}

/** The text of a node exactly as it was typed. */
export function typed(copy: Copy, node: Node): string {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  return from === undefined || to === undefined ? '' : copy.source.slice(from, to)
}
