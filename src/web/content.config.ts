/** Hands the pages of the edition to Astro. Only addresses go into Astro's store; the copy stays in memory, parsed once. */
import { defineCollection } from 'astro/content/config'
import { currentEdition } from './edition.ts'

const pages = defineCollection({
  loader: {
    name: 'newsroom',
    load({ store }) {
      store.clear()
      for (const page of currentEdition().pages) store.set({ id: page.address, data: { kind: page.subject.kind } })
      return Promise.resolve()
    },
  },
})

export const collections = { pages }
