/**
 * What of a text no language changes: link targets, pictures, footnotes, code, numbers, names. By it texts of two languages are told
 * to belong together, and a translation to have kept up with its source.
 */
import { foldTypography, wordsOf, type Comparable } from './segment.ts'

export const largestInWords = 31

type Text = Pick<Comparable, 'text' | 'refs'>

/** Anchors of one text, each with its kind: `number:200`, `name:lima`, `code:npm ci`, `link:https://example.org/x`. */
export function anchorsOf(segment: Text): Set<string> {
  return new Set([...sureAnchors(segment), ...namesIn(segment)])
}

/** What a translation of a changed source gives away about itself. */
export interface Lag {
  /** Came into the source, and the translation has it nowhere. */
  lacks: string[]
  /** Went out of the source, and the translation still has it. */
  keeps: string[]
}

/**
 * Where a translation that was changed too has not kept up with its source. New names prove nothing, for many are translated; a name
 * that the source dropped and the translation has letter by letter does.
 * @param before what the source said when the translation was confirmed
 */
export function lagOf(before: Text, after: Text, target: Text): Lag {
  const [old, now, theirs] = [anchorsOf(before), anchorsOf(after), anchorsOf(target)]
  const words = ` ${foldAccents(foldTypography(wordsOf(target.text)))} `
  // A translation may link to a page in its own language: only a link fewer proves anything.
  const hasFewerLinks = linksOf(target) < linksOf(after)
  const isThere = (anchor: string): boolean =>
    theirs.has(anchor) || words.includes(nameOf(anchor).toLowerCase()) || (/^(?:link|story):/.test(anchor) && !hasFewerLinks) || isSmall(anchor)
  const came = [...sureAnchors(after)].filter((anchor) => !old.has(anchor))
  const went = [...old].filter((anchor) => !now.has(anchor) && !foldAccents(wordsOf(after.text)).includes(nameOf(anchor).toLowerCase()))
  return { lacks: came.filter((anchor) => !isThere(anchor)).map(nameOf), keeps: went.filter((anchor) => theirs.has(anchor)).map(nameOf) }
}

/**
 * Whether a name went out of the source and the translation has it still, letter by letter: `Rosa` where the source says `Marta` today,
 * at the head of a sentence too, where a capital alone proves no name.
 */
export function keepsGoneName(before: string, after: string, target: string): boolean {
  const [old, now, theirs] = [before, after, target].map((text) => new Set(foldTypography(wordsOf(text)).match(/\p{L}[\p{L}\p{M}'-]{2,}/gu)))
  const low = new Set([...now!].map((word) => word.toLowerCase()))
  return [...old!].some((word) => /^\p{Lu}/u.test(word) && theirs!.has(word) && !low.has(word.toLowerCase()))
}

function linksOf({ refs }: Text): number {
  return refs.filter((ref) => /^(?:link|story):/.test(ref)).length
}

/** Numbers that are written in words as often as not. */
function isSmall(anchor: string): boolean {
  return anchor.startsWith('number:') && Number(nameOf(anchor)) <= largestInWords
}

function sureAnchors({ text, refs }: Text): string[] {
  const code = [...text.matchAll(/`([^`]+)`/g)].map(([, typed]) => `code:${typed}`)
  const numbers = [...foldTypography(wordsOf(text)).matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => `number:${number.replace(/[.,]/g, '')}`)
  return [...refs.map(neutralRef), ...code, ...numbers]
}

function namesIn({ text }: Text): string[] {
  const names = foldTypography(wordsOf(text)).matchAll(/(?<=[\p{Ll},;:] )\p{Lu}[\p{L}\p{M}'-]{2,}/gu)
  return [...names].map(([name]) => `name:${foldAccents(name)}`)
}

function nameOf(anchor: string): string {
  return anchor.slice(anchor.indexOf(':') + 1)
}

/** A link target without the part of it that names a language, so that `/en/x` and `/es/x`, `en.` and `es.` are one. */
export function neutralRef(ref: string): string {
  return ref
    .replace(/^(link:https?:\/\/)(?:www\.)?(?:[a-z]{2}\.)?/, '$1')
    .replace(/\/[a-z]{2}(?:[-_][a-zA-Z]{2})?(?=\/|\.md|$)/g, '')
    .replace(/\/+$/, '')
}

export function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
