declare module 'subset-font' {
  /** Cuts a font to the letters of `text`. */
  export default function subsetFont(
    font: Buffer, text: string, options: { targetFormat: 'woff2'; keepFeatures: string[]; noHinting: boolean },
  ): Promise<Buffer>
}
