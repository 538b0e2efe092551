/**
 * The house's own nodes in a story's Markdown tree. `markdown.ts` makes them once; site, feeds, print and translation read
 * the same tree. Every node keeps its `position` in the editor's file.
 */
import type { BlockContent, DefinitionContent, Node, Parent, PhrasingContent } from 'mdast'
import type { Place } from '../diagnostics/diagnostic.ts'

/** A picture as an editor asked for it. */
export interface Picture {
  /** Path of the file, relative to the content folder, with forward slashes. */
  file: string
  /** Words for a reader who cannot see it; empty when the editor gave none (a diagnostic says so). */
  alt: string
  caption?: string
  credit?: string
  /** Where it is written in the Markdown. */
  place: Place
}

/** A picture alone in its paragraph, or `::picture{…}`. */
export interface Figure extends Node {
  type: 'figure'
  picture: Picture
}

/** `:::pull-quote` … `:::` */
export interface PullQuote extends Parent {
  type: 'pullQuote'
  children: BlockContent[]
}

/** `:::sidebar{title="…"}` … `:::` */
export interface Sidebar extends Parent {
  type: 'sidebar'
  title?: string
  children: (BlockContent | DefinitionContent)[]
}

/** A paragraph that begins with an em dash and ends a story or a part: `—Party collective in Los Angeles (USA)`. */
export interface SignOff extends Parent {
  type: 'signOff'
  children: PhrasingContent[]
}

/** What a link to another story's folder points at; stands in a link node's `data.crossReference`. */
export interface CrossReference {
  /** Folder of the story relative to the content folder: `issues/17-01/paris-commune`. */
  folder: string
}

declare module 'mdast' {
  interface RootContentMap {
    figure: Figure
    pullQuote: PullQuote
    sidebar: Sidebar
    signOff: SignOff
  }
  interface BlockContentMap {
    figure: Figure
    pullQuote: PullQuote
    sidebar: Sidebar
    signOff: SignOff
  }
  interface LinkData {
    crossReference?: CrossReference
  }
}
