/** Colours by their job on the page; drawing looks their values up in the paper's palette. */
export type Ink = 'black' | 'accent' | 'paper' | 'grey' | 'tint' | 'accentTint'

/** Cyan, magenta, yellow and black, 0 to 100. */
export type Cmyk = [number, number, number, number]

/** An ink of its own, with the mix of the four that stands for it where it is only shown. Percent. */
export interface Spot {
  spot: string
  cmyk: Cmyk
  tint: number
}

/** In percent: four inks; red, green and blue light; grey light alone, 100 being white; or an ink of its own. */
export type Color = Cmyk | [number, number, number] | [number] | Spot

/** Every ink's value, all of them in one kind of colour; `solid` is black where it covers an area, if that is another. */
export type Palette = Record<Ink, Color> & { solid?: Color }

/** What a press can hold, in percent: all inks together, and the lightest tint. */
export interface Hold {
  inkLimit: number
  tints: { lightest: number }
}

const anyPress: Hold = { inkLimit: 400, tints: { lightest: 0 } }

/**
 * A press palette with this accent colour. Text is black alone, so that it prints from one plate. An accent of more ink than the press
 * holds is thinned evenly; tints are no lighter than it prints.
 */
export function paletteOf(accent: Cmyk, { inkLimit, tints: { lightest } }: Hold = anyPress): Palette {
  const all = accent.reduce((sum, ink) => sum + ink, 0)
  const held = all > inkLimit ? accent.map((value) => Math.floor((value * inkLimit) / all)) as Cmyk : accent
  const tint = (percent: number): Cmyk => held.map((value) => Math.round((value * percent) / 100)) as Cmyk
  return {
    black: [0, 0, 0, 100],
    accent: held,
    paper: [0, 0, 0, 0],
    grey: [0, 0, 0, 62],
    tint: [0, 0, 0, Math.max(8, lightest)],
    accentTint: tint(lightest < 9 ? 9 : Math.ceil((100 * lightest) / Math.max(...held, 1))),
  }
}

/** A press palette whose accent is an ink of its own. */
export function spotPaletteOf(spot: string, cmyk: Cmyk, hold: Hold = anyPress): Palette {
  return { ...paletteOf(cmyk, hold), accent: { spot, cmyk, tint: 100 }, accentTint: { spot, cmyk, tint: Math.max(10, hold.tints.lightest) } }
}

/** For a press page that carries no colour: the accent is black, its tint that of black. */
export function monoPaletteOf(hold: Hold = anyPress): Palette {
  const black = paletteOf([0, 0, 0, 100], hold)
  return { ...black, accentTint: black.tint }
}

export const monoPalette: Palette = monoPaletteOf()

/** For screens: light instead of ink, the accent as `#rrggbb`. */
export function screenPaletteOf(accent: string): Palette {
  const light = [1, 3, 5].map((at) => (Number.parseInt(accent.slice(at, at + 2), 16) / 255) * 100) as [number, number, number]
  return {
    black: [9, 9, 9],
    accent: light,
    paper: [100, 100, 100],
    grey: [40, 40, 40],
    tint: [94, 94, 93],
    accentTint: light.map((value) => 100 - (100 - value) * 0.1) as [number, number, number],
  }
}

/** For black-and-white printers: the accent as a grey that saves ink in large areas and still reads as type. */
export const greyPalette: Palette = { black: [0], accent: [27], paper: [100], grey: [40], tint: [93], accentTint: [93] }

/** Percent of ink: solids stay below it, above it a risograph smears (exploriso.info). */
export const mostSolid = 85

/** The two plates of a printer with one ink at a time, each as the grey that its ink is to have. Type may be full black: it covers little. */
export const blackPlate: Palette = { black: [0], solid: [100 - mostSolid], accent: [100], paper: [100], grey: [40], tint: [92], accentTint: [100] }
export const accentPlate: Palette = { black: [100], accent: [100 - mostSolid], paper: [100], grey: [100], tint: [100], accentTint: [91] }
