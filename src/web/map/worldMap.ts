/**
 * A map of the world in plain lines, and where on it the paper's stories stand. Equal Earth, which shows every country in its true
 * size (Šavrič, Patterson, Jenny: The Equal Earth map projection, 2018). The coasts are Natural Earth's at 1:110 million, in the
 * public domain, taken from world-atlas 2.0.2 (land-110m), thinned to 0.35 degrees, without Antarctica; land.json holds them as
 * rings of longitude and latitude in tenths of a degree, eastward from the map's western edge.
 */
import type { MapPoint } from '../../newsroom/article.ts'
import type { Entry } from '../entries.ts'
import land from './land.json' with { type: 'json' }

/** The map's size in its own units. One unit is about 40 km, and no dot is placed finer. */
export const mapSize = { width: 1000, height: 432 } as const

/** Units between two dots that can be told apart on a telephone. */
const apart = 22

/** Stories that the map shows at one dot. */
export interface MapPlace {
  x: number
  y: number
  entries: Entry[]
}

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796] as const
const root = Math.sqrt(3)
const unit = mapSize.width / (2 * (2 * root * Math.PI) / (3 * a1))
/** The middle of the map. The edges then run through the Bering Strait, where they cut no land. */
const meridian = 11
/** The northern edge: Greenland's and a little air. */
const top = 84

/** Where a point of the earth lies on the map, in whole units. */
export function toMap({ latitude, longitude }: MapPoint): { x: number; y: number } {
  return place(latitude, longitude < meridian - 180 ? longitude + 360 : longitude)
}

/** @param longitude up to the map's eastern edge, also beyond 180 */
function place(latitude: number, longitude: number): { x: number; y: number } {
  const { x, y } = project(latitude, longitude - meridian)
  return { x: Math.round(mapSize.width / 2 + x * unit), y: Math.round((project(top, 0).y - y) * unit) }
}

/** The coasts as the path of an SVG. */
export function coastPath(): string {
  return land.map((ring) => {
    const points = Array.from({ length: ring.length / 2 }, (_, index) => (
      place(ring[2 * index + 1]! / 10, ring[2 * index]! / 10)
    ))
    // Steps instead of places: fewer digits to send.
    const steps = points.slice(1).map(({ x, y }, index) => [x - points[index]!.x, y - points[index]!.y] as const)
    const line = steps.filter(([across, down]) => across !== 0 || down !== 0).map(([across, down]) => `${across}${down < 0 ? '' : ' '}${down}`)
    return `M${points[0]!.x} ${points[0]!.y}l${line.join(' ').replaceAll(' -', '-')}z`
  }).join('')
}

/** The places of the stories that have one, in the order of the stories; what lies too close together shares a dot. */
export function toMapPlaces(entries: Entry[]): MapPlace[] {
  const places: MapPlace[] = []
  for (const entry of entries) {
    if (entry.article.map === undefined) continue
    const { x, y } = toMap(entry.article.map)
    const near = places.find((place) => Math.hypot(place.x - x, place.y - y) < apart)
    if (near === undefined) places.push({ x, y, entries: [entry] })
    else near.entries.push(entry)
  }
  return places
}

function project(latitude: number, longitude: number): { x: number; y: number } {
  const radians = Math.PI / 180
  const theta = Math.asin((root / 2) * Math.sin(latitude * radians))
  const square = theta * theta
  const sixth = square ** 3
  return {
    x: (2 * root * longitude * radians * Math.cos(theta)) / (3 * (9 * a4 * sixth * square + 7 * a3 * sixth + 3 * a2 * square + a1)),
    y: theta * (a4 * sixth * square + a3 * sixth + a2 * square + a1),
  }
}
