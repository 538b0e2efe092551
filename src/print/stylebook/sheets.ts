/** Sheets that offices, homes and telephones have, and how pages stand on them. Lengths in points. */
import type { Sheet } from './stylebook.ts'

const inch = 72
const mm = 72 / 25.4

/** Office paper of each kind: one sheet, the sheet of twice its size, and creep of a folded booklet (0.1 mm a sheet of 80 g). */
export const officePapers = {
  letter: { width: 8.5 * inch, height: 11 * inch, double: { width: 17 * inch, height: 11 * inch }, doubleName: 'ledger' },
  a4: { width: 210 * mm, height: 297 * mm, double: { width: 420 * mm, height: 297 * mm }, doubleName: 'a3' },
} as const

export const creep = 0.1 * mm

/** Nothing stands nearer to an edge: 10 mm cover home printers, copiers and risographs (exploriso.info). */
export const safeEdge = 10 * mm

/** An issue re-set on one office sheet a page. */
export const officeSheets: Record<keyof typeof officePapers, Sheet> = {
  letter: { trim: { width: 8.5 * inch, height: 11 * inch }, margin: safeEdge + 12, columns: 2, leading: 13, body: 10.4 },
  a4: { trim: { width: 210 * mm, height: 297 * mm }, margin: safeEdge + 12, columns: 2, leading: 13, body: 10.4 },
}

/** Half an office sheet a page. */
export const halfSheets: Record<keyof typeof officePapers, Sheet> = {
  letter: { trim: { width: 5.5 * inch, height: 8.5 * inch }, margin: safeEdge + 6, columns: 1, leading: 12.4, body: 9.8 },
  a4: { trim: { width: 148.5 * mm, height: 210 * mm }, margin: safeEdge + 6, columns: 1, leading: 12.4, body: 9.8 },
}

/**
 * A telephone's page, twice as high as wide. It is set at the usual sizes and shown larger, captions and all; its height holds
 * the tallest panel that make-up keeps in one piece.
 */
export const phoneSheet: Sheet = { trim: { width: 204, height: 408 }, margin: 11, columns: 1, leading: 12.6, body: 9.9 }
export const phoneScale = 1.5

/** Two flyers on an office sheet that lies on its side. */
export const flyerSheets: Record<keyof typeof officePapers, Sheet> = {
  letter: { trim: { width: 5.5 * inch, height: 8.5 * inch }, margin: safeEdge, columns: 1, leading: 12, body: 9.6 },
  a4: { trim: { width: 148.5 * mm, height: 210 * mm }, margin: safeEdge, columns: 1, leading: 12, body: 9.6 },
}

/** Four flyers on an upright office sheet, set on a larger page and shown smaller, headline and all: small type, few words. */
export const quarterScale = 0.75
export const quarterSheets: Record<keyof typeof officePapers, Sheet> = {
  letter: { trim: { width: (4.25 * inch) / quarterScale, height: (5.5 * inch) / quarterScale }, margin: safeEdge / quarterScale, columns: 1, leading: 11.8, body: 9.6 },
  a4: { trim: { width: (105 * mm) / quarterScale, height: (148.5 * mm) / quarterScale }, margin: safeEdge / quarterScale, columns: 1, leading: 11.8, body: 9.6 },
}
