/** A tagged file reads aloud: everything on it belongs to a story, or is set aside as furniture. */
import type { Finding, PdfRule } from './rule.ts'

export const tagged: PdfRule = (file) => {
  if (!file.isTagged || file.structure.length === 0) return [{ id: 'preflight/untagged' }]
  return file.pages.filter(({ unmarked }) => unmarked > 0).map(({ number, marks }): Finding => {
    const mark = marks.find((each) => !each.marking && (each.kind === 'text' || each.kind === 'picture'))
    return { id: 'preflight/not-in-tags', page: number, ...(mark && { mark }) }
  })
}
