/**
 * Optical margins: how much of a sign stands outside the measure, as a fraction of its width, so that the edge of a column
 * looks straight. Values in the range of Hàn Thế Thành's "Micro-typographic extensions to the TeX typesetting system" (2000),
 * milder for newsprint.
 */

/** Of a sign that begins a line. */
export function hangLeftOf(sign: string): number {
  return left[sign] ?? 0
}

/** Of a sign that ends a line. */
export function hangRightOf(sign: string): number {
  return right[sign] ?? 0
}

const left: Record<string, number> = {
  '“': 0.5, '‘': 0.6, '"': 0.5, "'": 0.6, '„': 0.4, '‚': 0.5, '«': 0.3, '‹': 0.3,
  '—': 0.15, '–': 0.2, '(': 0.1, '[': 0.1, '¿': 0.1, '¡': 0.15, '…': 0.1,
}

const right: Record<string, number> = {
  '-': 0.6, '‐': 0.6, '.': 0.7, ',': 0.7, ';': 0.4, ':': 0.4, '”': 0.5, '’': 0.6, '"': 0.5, "'": 0.6,
  '»': 0.3, '›': 0.3, '–': 0.3, '—': 0.2,
  '!': 0.15, '?': 0.15, ')': 0.1, ']': 0.1, '…': 0.15,
}
