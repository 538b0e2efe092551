/** Draws the sample paper's pictures anew, the same bytes every time. Run it after changing anything in sample-pictures/. */
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drawSvg } from '../src/pictures/pictures.ts'
import { drawBarricade, drawBookbinder } from './sample-pictures/commune.ts'
import { drawCircle, drawLamp, drawMeeting, drawStairs } from './sample-pictures/gatherings.ts'
import { drawCranes, drawVote } from './sample-pictures/harbor.ts'
import { drawShelves, drawSun } from './sample-pictures/heat.ts'
import { drawDepot, drawStairwell, drawYard } from './sample-pictures/nights.ts'
import { openPlate } from './sample-pictures/plate.ts'
import type { Plate } from './sample-pictures/plate.ts'
import { drawLaundry, drawLine, drawMachines, drawPots } from './sample-pictures/workshops.ts'

const pictures: readonly [file: string, width: number, height: number, draw: (plate: Plate) => void][] = [
  ['issues/17-01/harbor-strike/cranes.jpg', 2700, 1800, drawCranes],
  ['issues/17-01/harbor-strike/vote.jpg', 2400, 1600, drawVote],
  ['issues/17-01/growing-collectives/meeting.jpg', 2700, 1800, drawMeeting],
  ['issues/17-01/transit-depot/depot.jpg', 2700, 1800, drawDepot],
  ['issues/17-01/garment-workers/machines.jpg', 2700, 1800, drawMachines],
  ['issues/17-01/auto-plant/line.jpg', 2700, 1800, drawLine],
  ['issues/17-01/night-cleaners/stairwell.jpg', 1800, 2700, drawStairwell],
  ['issues/17-01/hospital-laundry/laundry.jpg', 2400, 1600, drawLaundry],
  ['issues/17-01/warehouse-heat/shelves.jpg', 2400, 1800, drawShelves],
  ['issues/17-01/school-kitchen/pots.jpg', 2400, 1800, drawPots],
  ['issues/17-01/paris-commune/bookbinder.jpg', 1800, 2400, drawBookbinder],
  ['issues/17-01/paris-commune/barricade.jpg', 3600, 1200, drawBarricade],
  ['issues/16-12/rail-yard/yard.jpg', 2700, 1800, drawYard],
  ['issues/16-12/tenants/stairs.jpg', 2400, 1600, drawStairs],
  ['leaflets/heat-at-work/sun.jpg', 2400, 1600, drawSun],
  ['pamphlets/reading-circle/circle.jpg', 2700, 1800, drawCircle],
  ['pamphlets/reading-circle/lamp.jpg', 1800, 2400, drawLamp],
]

const largestBytes = 450 * 1024
const qualities = [82, 76, 70, 64, 58, 52, 46]

const content = fileURLToPath(new URL('../content/', import.meta.url))
for (const [name, width, height, draw] of pictures) {
  const plate = openPlate(width, height, 'ink')
  draw(plate)
  const svg = plate.toSvg()
  const file = join(content, name)
  await mkdir(dirname(file), { recursive: true })
  for (const quality of qualities) {
    await drawSvg(svg, file, { width, height, quality })
    const { size } = await stat(file)
    if (size > largestBytes && quality !== qualities.at(-1)) continue
    console.log(`${relative(content, file)}  ${width} × ${height}  ${Math.round(size / 1024)} KB  quality ${quality}`)
    break
  }
}
