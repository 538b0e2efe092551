import type { DiagnosticId } from '../../../diagnostics/catalogue.ts'
import type { Limits } from '../limits.ts'
import type { Box, Mark, PressFile } from '../pressFile.ts'

/** What a rule finds, before it is put into words. */
export interface Finding {
  id: DiagnosticId
  /** From 1; absent for the file as a whole. */
  page?: number
  /** What is wrong, where something on the page is. */
  mark?: Mark
  /** Where it is, for what is no mark. */
  box?: Box
  params?: Record<string, string | number>
}

/** One rule over a finished PDF: what in it does not keep to the limits. */
export type PdfRule = (file: PressFile, limits: Limits) => Finding[] | Promise<Finding[]>

/** A finding for every mark that a rule does not like. */
export function marksThat(file: PressFile, id: DiagnosticId, isWrong: (mark: Mark) => boolean): Finding[] {
  return file.pages.flatMap((page) => page.marks.filter(isWrong).map((mark) => ({ id, page: page.number, mark })))
}

/** For what is drawn to be seen. */
export function isVisibleText(mark: Mark): mark is Extract<Mark, { kind: 'text' }> {
  return mark.kind === 'text' && !mark.invisible && mark.text.trim() !== ''
}
