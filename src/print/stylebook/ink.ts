/** Colours by their job on the page; drawing looks their values up in the paper's palette. */
export type Ink = 'black' | 'accent' | 'paper' | 'grey' | 'tint' | 'accentTint'

/** Cyan, magenta, yellow and black, 0 to 100. */
export type Cmyk = [number, number, number, number]

/** Every ink's value. Text is black alone, so that it prints from one plate. */
export type Palette = Record<Ink, Cmyk>

/** The palette of a paper with this accent colour. */
export function paletteOf(accent: Cmyk): Palette {
  const tint = (percent: number): Cmyk => accent.map((value) => Math.round((value * percent) / 100)) as Cmyk
  return {
    black: [0, 0, 0, 100],
    accent,
    paper: [0, 0, 0, 0],
    grey: [0, 0, 0, 62],
    tint: [0, 0, 0, 8],
    accentTint: tint(9),
  }
}
