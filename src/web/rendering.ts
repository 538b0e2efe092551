/** The pages as a function. Astro compiles this file, with every component, once for a program; see compiledPages.ts. */
import { experimental_AstroContainer as Container } from 'astro/container'
import type { Edition } from './edition.ts'
import type { SitePage } from './site.ts'
import AnyPage from './pages/[...page].astro'
import NotFoundDoor from './pages/404.astro'
import LanguageDoor from './pages/index.astro'

/** The pages that stand before all languages, by their file. */
const doors = { 'index.html': LanguageDoor, '404.html': NotFoundDoor }

/** A page's file: one that stands before all languages, by its name. */
export type Door = keyof typeof doors

/** Renders the pages of one edition as HTML. */
export interface Renderer {
  page(page: SitePage): Promise<string>
  door(door: Door): Promise<string>
}

/** A container keeps something of every page that it ever rendered. */
const pagesOfContainer = 200

/** Opens the pages of an edition. */
export async function openRenderer(edition: Edition): Promise<Renderer> {
  let rendered = 0
  let container = await Container.create()
  // Nobody visits: one request does for all pages.
  const request = new Request('https://example.com/')
  const render = async (view: typeof AnyPage, props: Record<string, unknown>): Promise<string> => {
    if (++rendered % pagesOfContainer === 0) container = await Container.create()
    return container.renderToString(view, { props: { ...props, edition }, partial: false, request })
  }
  return {
    page: (page) => render(AnyPage, { page }),
    door: (door) => render(doors[door], {}),
  }
}
