/** Colour on a screen: the paper's accent, made dark or light enough to be read. */

type Rgb = [number, number, number]

/**
 * The accent for text on `background`: moved towards black on a light ground, towards white on a dark one, no further than needed
 * for WCAG 2.2's contrast `least` (4.5 for text). Colours are `#rrggbb`.
 */
export function toReadable(accent: string, background: string, least = 4.6): string {
  const ground = parse(background)
  const end: Rgb = luminance(ground) > 0.18 ? [0, 0, 0] : [255, 255, 255]
  const start = parse(accent)
  for (let step = 0; step < 50; step++) {
    const mixed = start.map((value, channel) => Math.round(value + ((end[channel]! - value) * step) / 50)) as Rgb
    if (contrast(mixed, ground) >= least) return format(mixed)
  }
  return format(end)
}

/** WCAG 2.2's contrast ratio of two colours, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return contrast(parse(one), parse(other))
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function parse(color: string): Rgb {
  return [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16)) as Rgb
}

function format(color: Rgb): string {
  return `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
