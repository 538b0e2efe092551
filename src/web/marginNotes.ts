/**
 * Footnotes in the margin, each beside its mark and below the one before it. Needs a wide screen and a browser with CSS anchor
 * positioning (Chrome 125, Safari 26); elsewhere the notes stand at the story's end, where they are in the page.
 */

/** A story with more notes keeps them at its end: each costs a rule of the stylesheet. */
export const mostMarginNotes = 12

/** The rules; `.mark-3` is the third note's mark in the text and `.note-3` the note, as body.ts names them. */
export function marginNotes(): string {
  const rules = Array.from({ length: mostMarginNotes }, (_, index) => {
    const number = index + 1
    const top = index === 0 ? `anchor(--m${number} top)` : `max(anchor(--m${number} top), anchor(--n${index} bottom) + .8rem)`
    return `.mark-${number} { anchor-name: --m${number} } .note-${number} { anchor-name: --n${number}; top: ${top} }`
  })
  return `@media screen and (min-width: 76rem) { @supports (anchor-name: --m) {
    .text { position: relative }
    .footnotes:has(.note-1) { height: 0; margin: 0; padding: 0; border: 0 }
    .footnotes:has(.note-1) :is(h2, h3) { position: absolute; clip-path: inset(50%) }
    .footnotes [class^=note-] { position: absolute; inset-inline-end: calc(100% + 2.2rem); width: 12.5rem; margin: 0; padding-top: .35rem; border-top: 1px solid var(--rule); font-size: .875rem; line-height: 1.4 }
    ${rules.join('\n')}
  } }`
}
