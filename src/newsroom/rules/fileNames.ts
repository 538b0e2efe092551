import { posix } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { isLanguage, languageName, languageNameIn } from '../../languages/names.ts'
import { fold } from '../likely.ts'
import type { Paper } from '../paper.ts'

/** A text beside a story whose name is no language (`en.markdown`, `English.md`, `es.txt`) is not read; say so. */
export function checkFileNames(names: string[], folder: string, paper: Paper): Diagnostic[] {
  return names.flatMap(name => {
    const match = /^(.+?)(\.(?:md|markdown|mdown|mkd|mdx|txt|text|docx?|odt|rtf))+$/i.exec(name)
    if (!match || (name.endsWith('.md') && isLanguage(name.slice(0, -3)))) return []
    const language = meantLanguage(match[1]!, paper)
    // A note of the editors (README.md, notes.txt) is no slip; a story's text under another name is.
    if (language === undefined && !/\.md$/i.test(name)) return []
    if (/^(?:readme|license|changelog|notes?|notas?)\b/i.test(name)) return []
    const place = { file: posix.join(folder, name) }
    return [{ id: 'file/stray-name' as const, place, params: { name, likely: language === undefined ? '' : `${language}.md` } }]
  })
}

function meantLanguage(stem: string, paper: Paper): string | undefined {
  const wanted = fold(stem)
  return paper.languages.find(language =>
    [language, languageName(language), languageNameIn(language, 'en'), languageNameIn(language, 'es')].some(name => fold(name) === wanted))
}
