/**
 * What every reading asks of every body: its links, figures and headings, how it begins, and whether it says anything. It is gathered in one walk, and
 * kept beside a body that was parsed earlier, which then need not be fetched for it.
 */
import type { Heading, Link, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Figure } from './body.ts'
import { nodesOf } from './nodesOf.ts'

/** Nodes in the order of the text. Those of a body that was not fetched have no children. */
export interface Gist {
  links: Link[]
  figures: Figure[]
  headings: Heading[]
  /** Of the whole text. */
  position: Root['position']
  /** The first letters of its paragraphs, for lists. A salutation alone says nothing, so following paragraphs fill it up. */
  beginning: string
  /** Whether there is a word or a picture. */
  saysSomething: boolean
}

/** Letters of a beginning; a paragraph is cut there, so a list's own limit must be lower. */
const beginningLetters = 300

const known = new WeakMap<Root, Gist>()

/** The gist of a body, gathered once. Passes over the finished newsroom may still spell the folder of a link anew, in its gist as in its tree. */
export function gistOf(body: Root): Gist {
  const gathered = known.get(body) ?? {
    links: nodesOf(body, 'link'),
    figures: nodesOf(body, 'figure'),
    headings: nodesOf(body, 'heading'),
    position: body.position,
    beginning: beginningOf(body),
    saysSomething: body.children.some((block) => block.type === 'figure' || toString(block).trim() !== ''),
  }
  known.set(body, gathered)
  return gathered
}

/**
 * Makes a body forget its tree, which has been laid down elsewhere. The next walk fetches it; when memory is short it is forgotten again.
 * @param mayStay leaves the tree that is there in memory for now, as one that was fetched
 */
export function forgetTree(body: Root, fetch: () => Root, gist: Gist = gistOf(body), mayStay = false): void {
  known.set(body, gist)
  if (gist.position !== undefined) body.position = gist.position
  let tree = mayStay ? new WeakRef(body.children) : undefined
  releases.set(body, () => { tree = undefined })
  Object.defineProperty(body, 'children', {
    enumerable: true,
    configurable: true,
    get() {
      const there = tree?.deref()
      if (there !== undefined) return there
      const fetched = fetch()
      nodesOf(fetched, 'link').forEach((link, index) => {
        const { data } = gist.links[index]!
        if (data !== undefined) link.data = data
      })
      tree = new WeakRef(fetched.children)
      return fetched.children
    },
  })
}

const releases = new WeakMap<Root, () => void>()

/** Lets a tree go that can be fetched again: all work on it is done. In an archive, what waits for memory to be short fills it first. */
export function releaseTree(body: Root): void {
  releases.get(body)?.()
}

function beginningOf({ children }: Root): string {
  let text = ''
  for (const block of children) {
    if (block.type === 'paragraph') text = `${text} ${toString(block)}`.replace(/\s+/g, ' ').trim()
    if (text.length > beginningLetters) break
  }
  return text.slice(0, beginningLetters)
}

/** A gist as it is kept: without the children of its nodes. */
export function toPlainGist({ links, headings, ...rest }: Gist): Gist {
  return { ...rest, links: links.map((link) => ({ ...link, children: [] })), headings: headings.map((heading) => ({ ...heading, children: [] })) }
}
