import type { Slug } from '../../../src/print/makeup/slug.ts'

export const place = { file: 'en.md' }

/** The lines of a paragraph. */
export function paragraph(count: number): Slug[] {
  return Array.from({ length: count }, (_, index) => slug({ paragraph: { index, count } }))
}

export function slug(wanted: Partial<Slug> = {}): Slug {
  return { rows: 1, before: 0, lines: [], keepWithNext: false, float: false, place, ...wanted }
}

export const heading = (): Slug => slug({ before: 1, keepWithNext: true, paragraph: { index: 0, count: 1 } })
export const float = (rows: number): Slug => slug({ rows, before: 1, float: true })
