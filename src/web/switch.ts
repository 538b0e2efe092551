/** The language switch: from a page to the same page in another language. */
import type { Language } from '../languages/language.ts'
import { languageName } from '../languages/names.ts'
import { toAddress } from './address.ts'
import { firstKeyOf } from './site.ts'
import type { PageView } from './view.ts'

/** One language of the switch. `href` is absent for the page's own; `note` warns that the story is not translated yet. */
export interface Choice {
  language: Language
  name: string
  href?: string
  note: string
}

/** The languages that a page can be switched to, its own included, in the paper's order. */
export function toSwitch(view: PageView): Choice[] {
  const { page, edition } = view
  const own = edition.newsroom.paper.languages
  const { subject } = page
  const versions = subject.kind === 'story' || subject.kind === 'untranslated' ? [...subject.story.articles.keys()] : []
  const languages = [...own, ...versions.filter((language) => !own.includes(language))]
  return languages.map((language) => {
    const choice = { language, name: languageName(language), note: '' }
    if (language === page.language) return choice
    const missing = versions.length > 0 && !versions.includes(language)
    const note = missing ? edition.translatorFor(view.language)('web.notYetTranslated') : ''
    return { ...choice, note, href: view.file(counterpart(view, language)) }
  })
}

/** The same page in another language or, where it has none, the first page of the same list, or the list above it. */
function counterpart(view: PageView, language: Language): string {
  const { key } = view.page
  if (view.has(key, language)) return toAddress(language, key)
  const first = firstKeyOf(view.page)
  if (view.has(first, language)) return toAddress(language, first)
  const above = `${key.split('/')[0]}/index.html`
  return toAddress(language, view.has(above, language) ? above : 'index.html')
}
