/** Pictures as browsers choose them. */
import type { WebPicture } from '../pictures/pictures.ts'

/** The folder of the site that pictures are published in. */
export const pictureFolder = 'pictures'

/** What a picture element needs: a srcset for every modern format, and one JPEG for every other browser. */
export interface PictureSources {
  sources: { type: string; srcset: string }[]
  fallback: string
}

/** @param toLink the link to a file of the site, seen from the page */
export function pictureSources(web: WebPicture, toLink: (file: string) => string): PictureSources {
  const link = (name: string): string => toLink(`${pictureFolder}/${name}`)
  const sources = (['image/avif', 'image/webp'] as const).flatMap((type) => {
    const sizes = web.sources.filter((source) => source.type === type)
    return sizes.length === 0 ? [] : [{ type, srcset: sizes.map(({ file, width }) => `${link(file)} ${width}w`).join(', ') }]
  })
  return { sources, fallback: link(web.sources.findLast((source) => source.type === 'image/jpeg')!.file) }
}
