/** The pictures of the site: made before the pages, because a page must know their sizes, and copied beside them. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { picturesOf } from '../newsroom/picturesOf.ts'
import type { PictureLibrary, WebPicture } from '../pictures/pictures.ts'
import { pictureFolder } from './figure.ts'

/** Web sizes of every picture that the stories show, by file. One at a time: a picture is worked on by all cores already. */
export async function makePictures(
  newsroom: Newsroom, library: PictureLibrary, onPicture?: (done: number, all: number) => void,
): Promise<Map<string, WebPicture>> {
  const files = [...new Set(picturesOf(newsroom).map(({ file }) => file))].filter((file) => library.info(file) !== undefined)
  const pictures = new Map<string, WebPicture>()
  for (const file of files) {
    pictures.set(file, await library.web(file))
    onPicture?.(pictures.size, files.length)
  }
  return pictures
}

/** Copies the finished files into the site. */
export async function writePictures(pictures: Map<string, WebPicture>, outFolder: string): Promise<void> {
  const folder = join(outFolder, pictureFolder)
  await mkdir(folder, { recursive: true })
  for (const { sources } of pictures.values()) {
    await Promise.all(sources.map(({ path, file }) => copyFile(path, join(folder, file))))
  }
}
