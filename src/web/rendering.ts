/** The pages as a function. Astro compiles this file, with every component, once for a program; see compiledPages.ts. */
import { experimental_AstroContainer as Container } from 'astro/container'
import type { Edition } from './edition.ts'
import { furnitureKey, type Furniture } from './furniture.ts'
import type { SitePage } from './site.ts'
import { viewOf } from './view.ts'
import Colophon from './components/Colophon.astro'
import Navigation from './components/Navigation.astro'
import Workshop from './components/Workshop.astro'
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

/** Renders a component with its props. */
type RenderView = (view: typeof AnyPage, props: Record<string, unknown>) => Promise<string>

/** Opens the pages of an edition. */
export async function openRenderer(edition: Edition): Promise<Renderer> {
  let render: RenderView | undefined
  const container = await Container.create()
  await container.renderToString(Workshop, { props: { take: (given: RenderView) => { render = given } } })
  const toPage = async (view: typeof AnyPage, props: Record<string, unknown>): Promise<string> => (
    `<!DOCTYPE html>${await render!(view, { ...props, edition })}`
  )
  const known = new Map<string, Furniture>()
  const furnitureFor = async (page: SitePage): Promise<Furniture | undefined> => {
    const key = furnitureKey(page)
    if (key === undefined) return undefined
    const view = viewOf(edition, page)
    const furniture = known.get(key) ?? { ways: await render!(Navigation, { view }), colophon: await render!(Colophon, { view }) }
    known.set(key, furniture)
    return furniture
  }
  return {
    page: async (page) => toPage(AnyPage, { page, furniture: await furnitureFor(page) }),
    door: (door) => toPage(doors[door], {}),
  }
}
