/** A page of a finished PDF as a picture, drawn by pdf.js: what it shows is what the file says, not what we meant. */
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PNG of one page (from 1), so many pixels wide. */
export async function rasterPage(pdf: Uint8Array, number: number, width: number): Promise<Uint8Array> {
  // Letters are drawn from the fonts in the file; those of the machine would make another picture on another machine.
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0, disableFontFace: true, useSystemFonts: false })
  try {
    const page = await (await loading.promise).getPage(number)
    const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
    const canvas = createCanvas(width, Math.round(viewport.height))
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
    return new Uint8Array(canvas.toBuffer('image/png'))
  } finally {
    await loading.destroy()
  }
}
