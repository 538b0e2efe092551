/** A place on the map as an editor copies it from one: `-33.6, -71.6`, degrees north and degrees east. */
import { z } from 'zod'
import type { DiagnosticId } from '../diagnostics/catalogue.ts'
import type { MapPoint } from './article.ts'

const id: DiagnosticId = 'story/map-point'
const degrees = /^\s*([+-]?\d{1,2}(?:\.\d{1,8})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{1,8})?)\s*$/

/** Two numbers, as one text or as a list. */
export const mapPoint = z.union([z.string(), z.array(z.string()).transform((list) => list.join(','))], id).transform((text, context): MapPoint => {
  const [, latitude, longitude] = (degrees.exec(text) ?? []).map(Number)
  if (latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude }
  context.issues.push({ code: 'custom', input: text, message: id, params: { value: text } })
  return z.NEVER
})
