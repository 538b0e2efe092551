/**
 * The page plan: what stands where, for editors (as pages drawn in letters) and for programs (the contract's JSON).
 */
import { emptyPart, formatJudgements, judgePages } from './makeup/artDirection.ts'
import type { Layout, Page } from './makeup/page.ts'

/** The document of `print --plan --format json`. Lengths in points from the trim's top left corner. */
export interface PlanDocument {
  issue: string
  language: string
  product: string
  pages: {
    number: number
    frames: { kind: string; story?: string; x: number; y: number; width: number; height: number; lines: number }[]
    /** Square points of the type area that no frame covers. */
    emptyArea: number
  }[]
  stories: { story: string; pages: number[]; lines: number; overset: number; jump?: number }[]
}

export function toPlanDocument(layout: Layout, of: { issue: string; language: string; product: string }): PlanDocument {
  const stories = new Map<string, { pages: Set<number>; lines: number }>()
  for (const page of layout.pages) {
    for (const frame of page.frames) {
      if (frame.story === undefined) continue
      const story = stories.get(frame.story) ?? { pages: new Set<number>(), lines: 0 }
      story.pages.add(page.number)
      if (frame.kind === 'leg') story.lines += frame.lines.length
      stories.set(frame.story, story)
    }
  }
  for (const { story } of layout.overset) if (!stories.has(story)) stories.set(story, { pages: new Set(), lines: 0 })
  return {
    ...of,
    pages: layout.pages.map((page) => ({
      number: page.number,
      frames: page.frames.map((frame) => ({
        kind: frame.kind,
        ...frame.story !== undefined && { story: frame.story },
        x: rounded(frame.x), y: rounded(frame.y), width: rounded(frame.width), height: rounded(frame.height),
        lines: 'lines' in frame ? frame.lines.length : 0,
      })),
      emptyArea: rounded(emptyPart(page) * page.area.width * page.area.height),
    })),
    stories: [...stories].map(([story, { pages, lines }]) => ({
      story,
      pages: [...pages],
      lines,
      overset: layout.overset.filter((each) => each.story === story).reduce((sum, each) => sum + each.lines, 0),
      jump: layout.jumps.find((jump) => jump.story === story)?.to,
    })),
  }
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100
}

/** Size of a page drawn in letters. */
const letterColumns = 32
const letterRows = 24

/** Pages as text art: a letter a story (capital: its head), `#` pictures, `=` furniture, `.` empty; the letters explained below, and last how often each of the art director's rules is broken. */
export function formatPlan(layout: Layout, titles: Map<string, string>): string {
  const letters = new Map<string, string>()
  const letterOf = (story: string) => {
    if (!letters.has(story)) letters.set(story, 'abcdefghijklmnopqrstuvwxyz'[letters.size % 26]!)
    return letters.get(story)!
  }
  const drawings = layout.pages.map((page) => drawPage(page, letterOf))
  const sheets: string[] = []
  for (let first = 0; first < drawings.length; first += 4) {
    const row = drawings.slice(first, first + 4)
    for (let line = 0; line < row[0]!.length; line++) sheets.push(row.map((drawing) => drawing[line]).join('  '))
    sheets.push('')
  }
  // A title is copy: no sign in it may turn a terminal's line about.
  const key = [...letters].map(([story, letter]) => {
    const pages = layout.pages.filter((page) => page.frames.some((frame) => frame.story === story)).map((page) => page.number)
    return `  ${letter}  ${(titles.get(story) ?? story).replace(/[\p{Cc}\p{Cf}]/gu, '')} (${pages.join(', ')})`
  })
  return `${[...sheets, ...key].join('\n')}\n\n${formatJudgements(judgePages(layout.pages))}`
}

function drawPage(page: Page, letterOf: (story: string) => string): string[] {
  const grid = Array.from({ length: letterRows }, () => Array.from({ length: letterColumns }, () => '.'))
  const { area } = page
  const scale = { x: letterColumns / area.width, y: letterRows / area.height }
  for (const frame of page.frames) {
    if (frame.kind === 'rule' || frame.kind === 'panel') continue
    const letter = frame.kind === 'picture' ? '#' : frame.story === undefined ? '=' : frame.kind === 'headline' ? letterOf(frame.story).toUpperCase() : letterOf(frame.story)
    const left = Math.max(0, Math.round((frame.x - area.x) * scale.x))
    const right = Math.min(letterColumns, Math.max(left + 1, Math.round((frame.x + frame.width - area.x) * scale.x)))
    const top = Math.max(0, Math.round((frame.y - area.y) * scale.y))
    const bottom = Math.min(letterRows, Math.max(top + 1, Math.round((frame.y + frame.height - area.y) * scale.y)))
    for (let row = top; row < bottom; row++) grid[row]!.fill(letter, left, right)
  }
  return [String(page.number).padEnd(letterColumns), ...grid.map((row) => row.join(''))]
}

