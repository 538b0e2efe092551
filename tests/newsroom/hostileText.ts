/** Texts that an editor might type, and that nobody would. */

/** Marsaglia's xorshift with 32 bits: the same numbers from the same seed. */
export function xorshift(seed: number): (below: number) => number {
  let state = seed || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Blocks of prose. */
export const prose = [
  'The dockers voted.', 'Una línea\nque sigue en otra.', '“¿Y ahora?” —dijo ella.', '## A subhead', '# Part *two*', 'See [the strike](../strike) and *this* or **that**.', 'a_b_c and 3 * 4', '*Whole line*',
  'Ends _well_, and\n*begins* again.', '(**bold:** yes) [a b](https://x.org/a_b?c=d&e=f#g)', 'العمال والعاملات', 'हर बीस *मिनट* में', '🜁 *a*🜁', '1917 was a year', '«*Ya*»', '[x]', 'a\u00a0b\u00a0', 'Title\n===', 'word', 'one\ntwo\nthree',
]

/** Blocks and pieces of all that Markdown knows, and of what it trips over. */
export const hostile = [
  '- a', '- a\n  b', '  more', '    code', '\tcode', '> quoted', '>lazy', '1. one', '1917. The', '2) b', '***', '---', '___', '===', '+ x', '```', '~~~', '```js\nx\n```', '<div>', '</div>', '<!--', '-->', '<!-- c -->', '<b>x</b>',
  '<script>', '</script>', '<?x', '?>', '<!X', '<![CDATA[', ']]>', '| a | b |\n|---|:-:|\n| c | d |', 'a|b\n-|-', ':-', '[ref]', '[ref]: /x "t"', '[^1]', '[^1]: Note.', '[^1]: a\n\n    b', '![a](b.jpg)', '![a][ref]', '[a](<b c> "t")',
  '[a]()', '[a](b', '[a [b](c)](d)', '[*a](b*)', '*[a](b)*', ':::pull-quote', ':::', '::::sidebar{title="x"}', '::::', ':::sidebar[La *bel*]', '::picture{file="a.jpg"}', '::foo', ':x[y]{z}', '  :::', '&amp;', '&#0;', '&', '\\', '\\*', 'a\\\nb',
  'a  \nb', 'a \nb', 'a\n b', ' a', '   a', 'a ', '#', '# ', '#a', '####### a', '# a #', '# a \\#', '#\ta', '*', '**', '***a***', '**a *b* c**', '*a _b* c_', 'a*b*c', '_a_b_', '*a*b', '~~x~~', '~x~', '`code`', '``', '`a', '<https://x.org>', 'www.x.org',
  '\u00a0', '\u2028', '\v', '\f', '\u0000', '\ufeff', '\ud800', '\u202e', 'a\tb', '\t', ' ', '  ', '     ', '!', '![', ']', ']:', '[', '](', '(', ')', '.', '"', "'", '—', '…', '¿', 'x', '\r', '\r\n',
]

/** What parts one piece from the next. */
const ends = ['\n\n', '\n\n', '\n\n', '\n', '\n', '\n\n\n', '\n \n', '\n\t\n', ' ', '', '\n\n  ', '\n\n    ', '\n> \n', '\n\n> ', '\n\n- ']

/** A text of such pieces: mostly prose in some, hardly any in others. */
export function madeText(next: (below: number) => number): string {
  const share = 1 + next(10)
  return Array.from({ length: 1 + next(14) }, () => {
    const from = next(10) < share ? prose : hostile
    return from[next(from.length)]! + ends[next(share > 6 ? 4 : ends.length)]!
  }).join('')
}
