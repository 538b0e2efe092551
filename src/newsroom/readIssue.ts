import { join, posix } from 'node:path'
import { z } from 'zod'
import type { Diagnostic, Outcome, Place } from '../diagnostics/diagnostic.ts'
import { compareDates, type CivilDate } from '../languages/dates.ts'
import { foldersIn, misspeltYaml } from './folders.ts'
import type { Issue, Wish } from './issue.ts'
import { numbersOf } from './issueName.ts'
import { likelyOf } from './likely.ts'
import type { Paper } from './paper.ts'
import { productNames } from './products.ts'
import { checkShape, civilDate, flag, oneOf, wholeNumber } from './shape.ts'
import type { Story } from './story.ts'
import { dateOf, oldestFirst } from './storyOrder.ts'
import { readTextFile } from './textFile.ts'
import { parseYaml, type YamlTree } from './yamlText.ts'

/** The thickest paper that is folded and not bound. */
const mostPages = 96

const shape = {
  volume: wholeNumber(0, 9999),
  number: wholeNumber(0, 9999),
  date: civilDate,
  until: civilDate,
  pages: wholeNumber(1, mostPages),
  products: z.array(oneOf(productNames.issue, 'products/unknown'), 'yaml/not-list'),
  stories: z.array(z.unknown(), 'yaml/not-list'),
}

const wishShape = {
  story: z.string('yaml/not-text'),
  page: wholeNumber(1, mostPages),
  columns: wholeNumber(1, 6),
  rows: wholeNumber(1, 12),
  picture: wholeNumber(0, 6),
  spread: flag,
  jump: z.string('yaml/not-number').transform((text, context): 'never' | number => {
    if (text.toLowerCase() === 'never') return 'never'
    const page = /^\d{1,3}$/.test(text) ? Number(text) : 0
    if (page >= 1 && page <= mostPages) return page
    context.issues.push({ code: 'custom', input: text, message: 'issue/wrong-jump', params: { value: text } })
    return z.NEVER
  }),
}

/** Reads one issue: its stories, in the order of priority, and the editor's wishes. */
export function readIssue(root: string, name: string, paper: Paper, read: (root: string, folder: string, paper: Paper) => Outcome<Story>): Outcome<Issue> {
  const folder = posix.join('issues', name)
  const file = posix.join(folder, 'issue.yaml')
  const diagnostics: Diagnostic[] = []
  const stories = new Map<string, Story>()
  for (const child of foldersIn(join(root, folder))) {
    const story = read(root, posix.join(folder, child), paper)
    diagnostics.push(...story.diagnostics)
    if (!story.value) continue
    const { slug, folder: place } = story.value
    const twin = stories.get(slug)
    if (!twin) stories.set(slug, story.value)
    else {
      const related = { file: twin.folder }
      diagnostics.push({ id: 'folder/same-address', place: { file: place }, params: { slug, other: twin.folder }, related })
    }
  }

  const text = readTextFile(root, file)
  const tree = text.value === undefined ? { data: {}, places: {}, diagnostics: [] } : parseYaml(text.value, file)
  const whole: Place = { file, start: { line: 1, column: 1 } }
  const isMissing = text.diagnostics[0]?.id === 'file/missing'
  if (isMissing) diagnostics.push({ id: 'issue/missing', place: { file }, params: { name, likely: misspeltYaml(join(root, folder), 'issue.yaml') } })
  else diagnostics.push(...text.diagnostics, ...tree.diagnostics)
  const { value: keys, diagnostics: wrong } = checkShape(shape, tree.data, { places: tree.places, path: '', whole })
  diagnostics.push(...wrong)

  const named = numbersOf(name)
  const issue: Issue = {
    name,
    folder,
    volume: keys.volume ?? named?.volume ?? 0,
    number: keys.number ?? named?.number ?? 0,
    date: keys.date ?? newestDate([...stories.values()]),
    stories: [],
    wishes: new Map(),
    place: { file },
    places: tree.places,
  }
  if (keys.until !== undefined) issue.until = keys.until
  if (keys.pages !== undefined) issue.pages = keys.pages
  if (keys.products !== undefined) issue.products = keys.products
  if (!isMissing && (tree.data.date ?? '') === '') {
    diagnostics.push({ id: 'issue/missing-date', place: tree.places.date ?? whole, params: {} })
  }
  if (tree.data.stories !== undefined) diagnostics.push(...setWishes(issue, keys.stories ?? [], tree, stories))
  issue.stories = inOrder(stories, [...issue.wishes.keys()])
  return { value: issue, diagnostics }
}

/** Enters the listed stories, in their order, as the issue's wishes. */
function setWishes(issue: Issue, listed: unknown[], tree: YamlTree, stories: Map<string, Story>): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  listed.forEach((item, index) => {
    const path = `stories.${index}`
    const place = tree.places[path] ?? issue.place
    const group = typeof item === 'string' ? { story: item } : item
    if (typeof group !== 'object' || group === null || Array.isArray(group)) {
      diagnostics.push({ id: 'issue/not-a-story', place, params: {} })
      return
    }
    const checked = checkShape(wishShape, group as Record<string, unknown>, { places: tree.places, path: `${path}.`, whole: place })
    diagnostics.push(...checked.diagnostics)
    const { story, ...wishes } = checked.value
    if (story === undefined) diagnostics.push({ id: 'issue/not-a-story', place, params: {} })
    else if (!stories.has(story)) {
      const likely = likelyOf(story, stories.keys()) ?? ''
      diagnostics.push({ id: 'issue/unknown-story', place, params: { story, likely, folder: issue.folder } })
    } else if (issue.wishes.has(story)) {
      diagnostics.push({ id: 'issue/story-twice', place, params: { story }, related: issue.wishes.get(story)!.place })
    } else issue.wishes.set(story, { story, ...wishes, place } as Wish)
  })
  return diagnostics
}

/** Listed stories first; then the others, oldest first, those without a date last. */
function inOrder(stories: Map<string, Story>, listed: string[]): Story[] {
  const first = listed.flatMap(slug => stories.get(slug) ?? [])
  const others = [...stories.values()].filter(story => !listed.includes(story.slug))
  return [...first, ...others.sort(oldestFirst)]
}

/** The day of an issue that names none (an error says so): its newest story's, or the calendar's first. */
function newestDate(stories: Story[]): CivilDate {
  return stories.map(dateOf).filter(date => date !== undefined).sort(compareDates).at(-1) ?? '0001-01-01'
}
