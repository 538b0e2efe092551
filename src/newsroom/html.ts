/** An article's body as HTML, for site, feeds and e-book. Only what the schema below lists can reach a reader. */
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast'
import type { Heading, Link, Parents, PhrasingContent, RootContent } from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize'
import rehypeSlug from 'rehype-slug'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { Translate } from '../languages/translator.ts'
import type { Article } from './article.ts'
import type { Figure, Picture, PullQuote, Sidebar, SignOff } from './body.ts'
import { nodesOf } from './nodesOf.ts'

/** What the page around a story decides. */
export interface HtmlOptions {
  /** Address of another story by its folder; undefined when it has none, and the link becomes its text. */
  linkTo(folder: string): string | undefined
  /** The picture itself, without caption: `<picture>` or `<img>`. */
  figure(picture: Picture): Element
  t: Translate
  /** Added to every heading's level; 1 where the page's own headline is `<h1>`. Default 0. */
  headingShift?: number
  /** Put before every id, where several stories share a page. Default ''. */
  idPrefix?: string
}

/** A part of a story, which begins at a `# Heading`. */
export interface Part {
  title: string
  /** The id that its heading has in the HTML. */
  id: string
}

/** Everything that may stand in a story, and nothing else. Addresses: http, https, mailto, or relative. */
const schema: Schema = {
  tagNames: [
    'a', 'aside', 'blockquote', 'br', 'cite', 'code', 'del', 'em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'img',
    'li', 'ol', 'p', 'picture', 'pre', 'section', 'source', 'span', 'strong', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
  ],
  attributes: {
    a: ['href', 'title', 'rel', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    img: ['src', 'srcSet', 'sizes', 'alt', 'width', 'height', 'loading', 'decoding', 'fetchPriority'],
    source: ['srcSet', 'sizes', 'type', 'media', 'width', 'height'],
    ol: ['start'],
    section: ['dataFootnotes'],
    td: ['align'],
    th: ['align', 'scope'],
    '*': ['id', 'className', 'lang', 'dir'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: [], srcSet: [] },
  clobber: [],
  strip: ['script', 'style'],
}

const stringifier = unified().use(rehypeStringify)

/** An article's body as a tree of HTML. */
export function toHast(article: Article, options: HtmlOptions): HastRoot {
  const { t, idPrefix = '', headingShift = 0 } = options
  const processor = unified()
    .use(remarkRehype, {
      handlers: handlersOf(options, headingShift),
      clobberPrefix: idPrefix,
      footnoteLabel: t('copy.footnotes'),
      footnoteLabelTagName: `h${Math.min(6, 2 + headingShift)}`,
      footnoteLabelProperties: {},
      footnoteBackLabel: (index: number, again: number) => t('copy.backToText', { number: again > 1 ? `${index + 1}-${again}` : index + 1 }),
    })
    .use(rehypeSlug, { prefix: idPrefix })
    .use(rehypeSanitize, schema)
  return processor.runSync(article.body) as HastRoot
}

/** An article's body as HTML text. */
export function renderHtml(article: Article, options: HtmlOptions): string {
  return renderBlocks(article, options)?.join('\n') ?? stringifier.stringify(toHast(article, options))
}

/**
 * Every block of an article's body as HTML text; between them stands a line end. Prose is written straight from the house's tree, at a tenth of
 * the time that a tree of HTML takes, and to the same text. Undefined where blocks depend on each other, as notes do.
 * @param finish changes the HTML of a block that is no prose
 */
export function renderBlocks(article: Article, options: HtmlOptions, finish: (tree: HastRoot) => HastRoot = (tree) => tree): string[] | undefined {
  const blocks: string[] = []
  const ids = idsOf(article.body.children, options)
  for (const block of article.body.children) {
    const prose = renderProse(block, options, ids)
    if (prose !== undefined) blocks.push(prose)
    else if (dependent.some((type) => nodesOf(block, type).length > 0)) return undefined
    else {
      const tree = finish(toHast({ ...article, body: { type: 'root', children: [block] } }, options))
      if (tree.children.length > 0) blocks.push(stringifier.stringify(tree))
    }
  }
  return blocks
}

/** Nodes that are numbered, or named, through a whole story. */
const dependent = ['heading', 'footnoteReference', 'footnoteDefinition'] as const

/** The parts of a story, for the list at its top; a story with fewer than two has nothing to list. */
export function parts(article: Article, idPrefix = ''): Part[] {
  const titles = article.body.children.filter(block => block.type === 'heading' && block.depth === 1).map(block => toString(block))
  if (titles.length === 0) return []
  const headings = toHast(article, { ...plain, idPrefix }).children.filter(node => node.type === 'element' && node.tagName === 'h1')
  return titles.map((title, index) => ({ title, id: String((headings[index] as Element).properties.id) }))
}

/** Ids of all headings and footnotes, to which a link within the story can lead. */
export function headingIds(article: Article): string[] {
  const ids: string[] = []
  const gather = (node: HastNodes): void => {
    if (node.type === 'element' && typeof node.properties.id === 'string') ids.push(node.properties.id)
    if ('children' in node) node.children.forEach(gather)
  }
  gather(toHast(article, plain))
  return ids
}

const plain: HtmlOptions = {
  linkTo: () => undefined,
  figure: () => ({ type: 'element', tagName: 'img', properties: {}, children: [] }),
  t: key => key,
}

function handlersOf(options: HtmlOptions, headingShift: number): Handlers {
  return {
    figure: (_state: State, { picture }: Figure) => element('figure', {}, [options.figure(picture), ...captionOf(picture)]),
    pullQuote: (state: State, node: PullQuote) => element('aside', { className: ['pull-quote'] }, blocksOf(state, node)),
    sidebar: (state: State, node: Sidebar) => {
      const title = node.title === undefined ? [] : [element('p', { className: ['sidebar-title'] }, [{ type: 'text', value: node.title }])]
      return element('aside', { className: ['sidebar'] }, blocksOf(state, node, title))
    },
    signOff: (state: State, node: SignOff) => element('p', { className: ['sign-off'] }, state.all(node)),
    heading: (state: State, node: Heading) => element(`h${Math.min(6, node.depth + headingShift)}`, {}, state.all(node)),
    link: (state: State, node: Link) => {
      const target = targetOf(node, options)
      if (target === undefined) return state.all(node)
      const { href, isOutside } = target
      return element('a', { href, title: node.title ?? undefined, rel: isOutside ? ['noopener', 'noreferrer'] : undefined }, state.all(node))
    },
  }
}

/** Where a link leads; undefined when it is only its text. */
function targetOf({ url, data }: Link, { linkTo, idPrefix = '' }: HtmlOptions): { href: string; isOutside: boolean } | undefined {
  const folder = data?.crossReference?.folder
  const address = folder === undefined ? url : linkTo(folder)
  if (address === undefined) return undefined
  const heading = folder === undefined ? '' : (/#.+$/.exec(url)?.[0] ?? '')
  const href = address.startsWith('#') ? `#${idPrefix}${address.slice(1)}` : address + heading
  return { href, isOutside: /^https?:/i.test(address) && folder === undefined }
}

/** A block of prose; undefined of every other. `ids` are those of the headings to come. */
function renderProse(block: RootContent, options: HtmlOptions, ids: string[] = []): string | undefined {
  switch (block.type) {
    case 'paragraph': return wrapped('<p>', renderInline(block.children, options), '</p>')
    case 'signOff': return wrapped('<p class="sign-off">', renderInline(block.children, options), '</p>')
    case 'thematicBreak': return '<hr>'
    case 'heading': {
      const [id, name] = [ids.shift(), `h${Math.min(6, block.depth + (options.headingShift ?? 0))}`]
      return id === undefined ? undefined : wrapped(`<${name} id="${escaped(id)}">`, renderInline(block.children, options), `</${name}>`)
    }
    case 'blockquote': return wrapped('<blockquote>\n', renderWithin(block, options), '\n</blockquote>')
    case 'pullQuote': return wrapped('<aside class="pull-quote">\n', renderWithin(block, options), '\n</aside>')
    default: return undefined
  }
}

/** The blocks of a block; undefined when there is none, or any that is no prose. */
function renderWithin({ children }: Parents, options: HtmlOptions): string | undefined {
  const blocks = children.map((child) => renderProse(child as RootContent, options))
  return blocks.length === 0 || blocks.includes(undefined) ? undefined : blocks.join('\n')
}

/** Text, emphasis and links; undefined when there is anything else. */
function renderInline(nodes: PhrasingContent[], options: HtmlOptions): string | undefined {
  let html = ''
  for (const node of nodes) {
    let part: string | undefined
    if (node.type === 'text') part = looseBlanks.test(node.value) ? undefined : escaped(node.value, /[<&]/g)
    else if (node.type === 'emphasis') part = wrapped('<em>', renderInline(node.children, options), '</em>')
    else if (node.type === 'strong') part = wrapped('<strong>', renderInline(node.children, options), '</strong>')
    else if (node.type === 'link' && (node.title ?? undefined) === undefined) part = renderLink(node, options)
    if (part === undefined) return undefined
    html += part
  }
  return html
}

function renderLink(link: Link, options: HtmlOptions): string | undefined {
  const [words, target] = [renderInline(link.children, options), targetOf(link, options)]
  if (target === undefined) return words
  // Any other address is the schema's to judge.
  if (!/^(?:https?:|mailto:|[^:]*$)/.test(target.href)) return undefined
  return wrapped(`<a href="${escaped(target.href)}"${target.isOutside ? ' rel="noopener noreferrer"' : ''}>`, words, '</a>')
}

/** The ids of the headings among a body's blocks. */
function idsOf(blocks: RootContent[], { idPrefix = '' }: HtmlOptions): string[] {
  const headings = blocks.filter((block) => block.type === 'heading').map((block) => element('h1', {}, [{ type: 'text', value: toString(block) }]))
  if (headings.length > 0) rehypeSlug({ prefix: idPrefix })({ type: 'root', children: headings })
  return headings.map(({ properties }) => String(properties.id))
}

/** Blanks beside a line end, which get lost on the way by a tree of HTML. */
const looseBlanks = /[ \t][\r\n]|[\r\n][ \t]/

function wrapped(open: string, within: string | undefined, close: string): string | undefined {
  return within === undefined ? undefined : open + within + close
}

/** A text without the signs that end it. */
function escaped(text: string, signs: RegExp = /["&'`\0]/g): string {
  return text.replace(signs, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`)
}

function captionOf({ caption, credit }: Picture): Element[] {
  const children: ElementContent[] = []
  if (caption !== undefined) children.push({ type: 'text', value: caption })
  if (credit !== undefined) {
    if (caption !== undefined) children.push({ type: 'text', value: ' ' })
    children.push(element('span', { className: ['credit'] }, [{ type: 'text', value: credit }]))
  }
  return children.length === 0 ? [] : [element('figcaption', {}, children)]
}

function blocksOf(state: State, node: Parents, before: Element[] = []): ElementContent[] {
  return state.wrap([...before, ...state.all(node)], true)
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
