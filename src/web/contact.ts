/** Ways to reach the paper, as a reader's program can follow them. */
import type { PageView } from './view.ts'

/** One way to reach the paper. */
export interface Contact {
  label: string
  text: string
  href: string | undefined
}

/** The contacts of paper.yaml in the order email, post, phone, web. */
export function toContacts(view: PageView): Contact[] {
  const { contact } = view.edition.newsroom.paper
  return (['email', 'post', 'phone', 'web'] as const).flatMap((way) => {
    const text = view.local(contact[way])
    if (text === '') return []
    return [{ label: view.t(`web.contact.${way}`), text: text.replace(/^https?:\/\//, ''), href: toHref(way, text) }]
  })
}

function toHref(way: 'email' | 'post' | 'phone' | 'web', text: string): string | undefined {
  if (way === 'email') return `mailto:${text}`
  if (way === 'phone') return `tel:${text.replace(/[^+\d]/g, '')}`
  return way === 'web' && /^https?:\/\//.test(text) ? text : undefined
}
