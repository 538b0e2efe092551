/** The ways through the site: what the navigation bar and the site map list. */
import { storyKey } from './address.ts'
import type { PageView } from './view.ts'

/** One way. `current` is set on the page itself. */
export interface Way {
  href: string
  name: string
  current: boolean
  /** A page that the paper wrote (about, contact), not one of the site's lists. */
  ownPage: boolean
}

const fixed = ['index', 'stories/index', 'letters/index', 'sections/index', 'archive/index', 'leaflets/index', 'pamphlets/index', 'search/index']

/** The site's own pages that exist, then the paper's pages (about, contact) in the reader's language. */
export function toNavigation(view: PageView): Way[] {
  const keys = fixed.map((name) => `${name}.html`).filter((key) => view.has(key))
  const own = keys.map((key) => way(view, key, view.t(`web.nav.${key.split('/')[0]!.replace('.html', '')}`), false))
  return [...own, ...toPageWays(view)]
}

/** The paper's own pages in the reader's language. */
export function toPageWays(view: PageView): Way[] {
  return view.edition.newsroom.pages.flatMap((story) => {
    const article = story.articles.get(view.language)
    return article === undefined ? [] : [way(view, storyKey(story), article.title, true)]
  })
}

function way(view: PageView, key: string, name: string, ownPage: boolean): Way {
  return { href: view.link(key), name, current: view.page.key === key && view.page.language === view.language, ownPage }
}
