/**
 * What can go wrong with the copy, as plain data. The words for an editor live in `words/`, the severities in
 * `catalogue.ts`; a stage only says which diagnostic, where, and with which facts.
 */
import type { DiagnosticId } from './catalogue.ts'

/** A position in a file. Line and column count from 1, as editors' programs show them. */
export interface Point {
  line: number
  column: number
}

/** Where something stands. `file` is relative to the content folder, with forward slashes. */
export interface Place {
  file: string
  start?: Point
  end?: Point
}

/** One finding. `params` are the facts that its words name; `related` is a second place where the cure may be. */
export interface Diagnostic {
  id: DiagnosticId
  place: Place
  params: Record<string, string | number>
  related?: Place
}

/** What reading answers: a value as far as one could be had, and everything that an editor must know. Reading never throws. */
export interface Outcome<T> {
  value: T | undefined
  diagnostics: Diagnostic[]
}
