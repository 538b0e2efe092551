/** What a reader is told of a translation whose original says more today, on site and in e-books. */
import { formatDate, type CivilDate } from './dates.ts'
import type { Language } from './language.ts'
import { languageNameIn } from './names.ts'
import type { Translate } from './translator.ts'

/** @param reader the language in which `t` speaks */
export function behindNote({ language, date }: { language: Language; date?: CivilDate }, reader: Language, t: Translate): string {
  const name = languageNameIn(language, reader)
  return date === undefined ? t('web.behindUndated', { language: name }) : t('web.behind', { language: name, date: formatDate(date, reader) })
}
