import { z } from 'zod'
import type { Diagnostic, Outcome, Place } from '../diagnostics/diagnostic.ts'
import { isLanguage } from '../languages/names.ts'
import { misspeltYaml } from './folders.ts'
import type { Term } from './glossary.ts'
import { checkShape, wordList, words } from './shape.ts'
import { readTextFile } from './textFile.ts'
import { parseYamlList } from './yamlText.ts'

const file = 'glossary.yaml'

/** Reads glossary.yaml, a list of terms. A paper without one has no terms. */
export function readGlossary(root: string): Outcome<Term[]> {
  const text = readTextFile(root, file)
  if (text.value === undefined) {
    const misspelt = misspeltYaml(root, file)
    const diagnostics: Diagnostic[] = misspelt === '' ? [] : [{ id: 'file/misspelt', place: { file: misspelt }, params: { name: misspelt, likely: file } }]
    return { value: [], diagnostics: [...diagnostics, ...text.diagnostics.filter(({ id }) => id !== 'file/missing')] }
  }
  const tree = parseYamlList(text.value, file)
  const diagnostics: Diagnostic[] = [...text.diagnostics, ...tree.diagnostics]
  const terms: Term[] = []
  tree.data.forEach((item, index) => {
    const place: Place = tree.places[String(index)] ?? { file }
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      diagnostics.push({ id: 'glossary/not-a-term', place, params: {} })
      return
    }
    const data = item as Record<string, unknown>
    const shape = {
      note: words,
      forbidden: z.record(z.string(), wordList, 'yaml/not-group'),
      ...Object.fromEntries(Object.keys(data).filter(isTermLanguage).map(language => [language, wordList])),
    }
    const checked = checkShape(shape, data, { places: tree.places, path: `${index}.`, whole: place })
    diagnostics.push(...checked.diagnostics)
    const { note, forbidden, ...renderings } = checked.value
    const term: Term = { renderings: renderings as Term['renderings'], forbidden: forbidden ?? {}, place }
    if (note !== undefined) term.note = note
    if (Object.keys(term.renderings).length === 0) diagnostics.push({ id: 'glossary/not-a-term', place, params: {} })
    else terms.push(term)
  })
  return { value: terms, diagnostics }
}

/** A two-letter key, or a longer tag of a language, holds a rendering; `note` is a word of the glossary itself. */
function isTermLanguage(key: string): boolean {
  return isLanguage(key) && key !== 'note' && key !== 'forbidden'
}
