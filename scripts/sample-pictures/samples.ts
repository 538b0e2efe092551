/** Every picture of the sample paper: where it goes, how large it is, who draws it. */
import { drawBarricade, drawBookbinder } from './commune.ts'
import { drawCircle, drawLamp, drawMeeting, drawStairs } from './gatherings.ts'
import { drawCranes, drawVote } from './harbor.ts'
import { drawShelves, drawSun } from './heat.ts'
import { drawDepot, drawStairwell, drawYard } from './nights.ts'
import type { Plate } from './plate.ts'
import { drawLaundry, drawLine, drawMachines, drawPots } from './workshops.ts'

export interface Sample {
  /** Relative to the content folder. */
  file: string
  /** Pixels. */
  width: number
  height: number
  /** JPEG quality: as much as fits into 450 KB. */
  quality: number
  draw: (plate: Plate) => void
}

export const samples: readonly Sample[] = [
  { file: 'issues/17-01/harbor-strike/cranes.jpg', width: 2700, height: 1800, quality: 47, draw: drawCranes },
  { file: 'issues/17-01/harbor-strike/vote.jpg', width: 2400, height: 1600, quality: 57, draw: drawVote },
  { file: 'issues/17-01/growing-collectives/meeting.jpg', width: 2700, height: 1800, quality: 64, draw: drawMeeting },
  { file: 'issues/17-01/transit-depot/depot.jpg', width: 2700, height: 1800, quality: 58, draw: drawDepot },
  { file: 'issues/17-01/garment-workers/machines.jpg', width: 2700, height: 1800, quality: 56, draw: drawMachines },
  { file: 'issues/17-01/auto-plant/line.jpg', width: 2700, height: 1800, quality: 58, draw: drawLine },
  { file: 'issues/17-01/night-cleaners/stairwell.jpg', width: 1800, height: 2700, quality: 70, draw: drawStairwell },
  { file: 'issues/17-01/hospital-laundry/laundry.jpg', width: 2400, height: 1600, quality: 74, draw: drawLaundry },
  { file: 'issues/17-01/warehouse-heat/shelves.jpg', width: 2400, height: 1800, quality: 74, draw: drawShelves },
  { file: 'issues/17-01/school-kitchen/pots.jpg', width: 2400, height: 1800, quality: 74, draw: drawPots },
  { file: 'issues/17-01/paris-commune/bookbinder.jpg', width: 1800, height: 2400, quality: 74, draw: drawBookbinder },
  { file: 'issues/17-01/paris-commune/barricade.jpg', width: 3600, height: 1200, quality: 50, draw: drawBarricade },
  { file: 'issues/16-12/rail-yard/yard.jpg', width: 2700, height: 1800, quality: 64, draw: drawYard },
  { file: 'issues/16-12/tenants/stairs.jpg', width: 2400, height: 1600, quality: 66, draw: drawStairs },
  { file: 'leaflets/heat-at-work/sun.jpg', width: 2400, height: 1600, quality: 70, draw: drawSun },
  { file: 'pamphlets/reading-circle/circle.jpg', width: 2700, height: 1800, quality: 49, draw: drawCircle },
  { file: 'pamphlets/reading-circle/lamp.jpg', width: 1800, height: 2400, quality: 82, draw: drawLamp },
]
