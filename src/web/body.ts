/** A story's text as it stands on its page: links and pictures seen from there, subheads under the page's headline. */
import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'mdast-util-to-string'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { interfaceLanguageOf } from '../languages/translator.ts'
import type { Translate } from '../languages/translator.ts'
import type { Article } from '../newsroom/article.ts'
import type { Picture } from '../newsroom/body.ts'
import { gistOf } from '../newsroom/gist.ts'
import { parts, renderBlocks, toHast, type HtmlOptions } from '../newsroom/html.ts'
import { allStories } from '../newsroom/allStories.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import type { Story } from '../newsroom/story.ts'
import type { WebPicture } from '../pictures/pictures.ts'
import { relativeLink, storyKey, toAddress } from './address.ts'
import type { Body } from './edition.ts'
import { pictureSources } from './figure.ts'
import { mostMarginNotes } from './marginNotes.ts'

const bodySizes = '(min-width: 42rem) 39rem, calc(100vw - 2rem)'
const excerptLetters = 180
const wordsPerMinute = 220
const stringifier = unified().use(rehypeStringify)

/** Renders stories of one newsroom. `translatorFor` serves the words within a story (footnotes), in the story's language. */
export function bodyRenderer(
  newsroom: Newsroom, pictures: Map<string, WebPicture>, translatorFor: (language: string) => Translate,
): (article: Article, address: string) => Body {
  const byFolder = new Map(allStories(newsroom).map((story) => [story.folder, story]))
  return (article, address) => {
    const hasParts = article.body.children.some((node) => node.type === 'heading' && node.depth === 1)
    const t = translatorFor(interfaceLanguageOf(article.language))
    const options: HtmlOptions = {
      t,
      // The page's headline is <h1>: parts follow it as <h2>, and where there are none, subheads do.
      headingShift: hasParts ? 1 : 0,
      linkTo: (folder) => linkTo(byFolder.get(folder), article, address),
      figure: (picture) => figure(picture, pictures.get(picture.file), address),
    }
    const withTables = (tree: Root): Root => toRoot(tree.children.map((block) => wrapTable(block as ElementContent, t)))
    const text = renderBlocks(article, options, withTables)?.join('\n') ?? stringifier.stringify(markNotes(withTables(toHast(article, options))))
    return { html: setDateline(article, text), parts: hasParts ? parts(article) : [] }
  }
}

/** The first words of a story. */
export function excerptOf(article: Article): string {
  const text = gistOf(article.body).beginning
  return text.length > excerptLetters ? cut(text.slice(0, excerptLetters + 1)) : text
}

/** Minutes that a story takes to read, at least one. Brysbaert (2019) measured about 240 words a minute; ours read on a phone, on a bus. */
export function minutesOf(article: Article): number {
  const words = toString(article.body).match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/** Ends a text at a sentence or, when that would leave too little, at a word. */
function cut(text: string): string {
  const sentence = Math.max(...[...text.matchAll(/[.!?…][”’»)]?(?= )/g)].map((end) => end.index + end[0].length), 0)
  if (sentence >= excerptLetters / 2) return text.slice(0, sentence)
  return `${text.slice(0, text.lastIndexOf(' ')).replace(/[\s,;:.–—]+$/, '')}…`
}

/** The page of a story in the article's language, where it may say that it is not translated yet. */
function linkTo(story: Story | undefined, article: Article, address: string): string | undefined {
  return story && relativeLink(address, toAddress(article.language, storyKey(story)))
}

function figure(picture: Picture, web: WebPicture | undefined, address: string): Element {
  // A picture that could not be read leaves its words in its place; a diagnostic has told the editor.
  if (web === undefined) return element('span', { className: ['missing'] }, [{ type: 'text', value: picture.alt }])
  const { sources, fallback } = pictureSources(web, (file) => relativeLink(address, file))
  return element('picture', {}, [
    ...sources.map(({ type, srcset }) => element('source', { type, srcSet: srcset, sizes: bodySizes }, [])),
    element('img', {
      src: fallback, alt: picture.alt, width: web.width, height: web.height, loading: 'lazy', decoding: 'async',
    }, []),
  ])
}

/** The place of a report runs into its first paragraph, as in print. */
function setDateline({ dateline }: Article, html: string): string {
  if (dateline === undefined) return html
  const span = stringifier.stringify(toRoot([element('span', { className: ['dateline'] }, [{ type: 'text', value: `${dateline} —` }])]))
  const opening = /^<p(?: [^>]*)?>/.exec(html)?.[0]
  return opening === undefined ? `<p>${span}</p>${html}` : `${opening}${span} ${html.slice(opening.length)}`
}

/** A table wider than a phone scrolls by itself, also from the keyboard. */
function wrapTable(node: ElementContent, t: Translate): ElementContent {
  if (node.type !== 'element') return node
  if (node.tagName === 'table') {
    return element('div', { className: ['table'], role: 'region', tabIndex: 0, ariaLabel: t('web.table') }, [node])
  }
  return { ...node, children: node.children.map((child) => wrapTable(child, t)) }
}

/** Numbers each footnote and the first mark that leads to it, so that the style can set them beside each other. */
function markNotes(root: Root): Root {
  const notes: Element[] = []
  const marks = new Map<string, Element>()
  visit(root, 'element', (node) => {
    const { id, href, dataFootnoteRef } = node.properties
    if (node.tagName === 'li' && String(id).startsWith('fn-')) notes.push(node)
    if (dataFootnoteRef !== undefined && !marks.has(String(href))) marks.set(String(href), node)
  })
  if (notes.length > mostMarginNotes) return root
  notes.forEach((note, index) => {
    const mark = marks.get(`#${String(note.properties.id)}`)
    if (mark === undefined) return
    note.properties.className = [`note-${index + 1}`]
    mark.properties.className = [`mark-${index + 1}`]
  })
  return root
}

function toRoot(children: Root['children']): Root {
  return { type: 'root', children }
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
