/** Draws the sample paper's pictures anew, the same bytes every time. Run it after changing anything in sample-pictures/. */
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawSvg } from '../src/pictures/pictures.ts'
import { openPlate } from './sample-pictures/plate.ts'
import { samples } from './sample-pictures/samples.ts'

const content = fileURLToPath(new URL('../content/', import.meta.url))

for (const { file, width, height, quality, draw } of samples) {
  const plate = openPlate(width, height)
  draw(plate)
  const path = join(content, file)
  await mkdir(dirname(path), { recursive: true })
  await drawSvg(plate.toSvg(), path, { width, height, quality })
  console.log(`${file}  ${width} × ${height}  ${Math.round((await stat(path)).size / 1024)} KB`)
}
