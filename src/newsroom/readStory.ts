import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { z } from 'zod'
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.ts'
import type { Language } from '../languages/language.ts'
import { isLanguage } from '../languages/names.ts'
import { smartText } from '../languages/punctuation.ts'
import { kinds, type Article } from './article.ts'
import { mapPoint } from './mapPoint.ts'
import type { Picture } from './body.ts'
import type { CopyContext } from './copy.ts'
import type { ParseCopy, Parsed } from './copyCache.ts'
import type { Draft } from './draft.ts'
import { parseFrontMatter } from './frontMatter.ts'
import { inherit, originalOf } from './inheritance.ts'
import { toSlug } from './likely.ts'
import { parseMarkdown } from './markdown.ts'
import type { Paper } from './paper.ts'
import { checkPicture, pictureFinder } from './pictureFiles.ts'
import { checkShape, civilDate, oneOf, wordList, words, type Fitting, wordsWithCommas } from './shape.ts'
import type { Story } from './story.ts'
import { checkFileNames } from './rules/fileNames.ts'
import { readTextFile } from './textFile.ts'

const pictureShape = { file: z.string('yaml/not-text'), alt: words, caption: words, credit: words }

const shape = {
  title: words,
  kind: oneOf(kinds, 'story/unknown-kind'),
  kicker: words,
  deck: words,
  byline: wordList,
  dateline: words,
  date: civilDate,
  section: words,
  tags: wordsWithCommas,
  series: words,
  map: mapPoint,
  jumpHead: words,
  picture: z.union([z.record(z.string(), z.unknown()), z.string().transform((file): Record<string, unknown> => ({ file }))], 'yaml/not-group'),
  from: words,
  translator: words,
}

/**
 * Reads a story's folder: every language, translations filled in from the original.
 * @param root the content folder
 * @param folder the story's folder, relative to it
 * @param parse parses one language's file, or remembers it
 * @returns no value when the folder holds no story in any language
 */
export function readStory(root: string, folder: string, paper: Paper, parse: ParseCopy = parseDraft): Outcome<Story> {
  const names = fileNames(join(root, folder))
  const diagnostics: Diagnostic[] = checkFileNames(names, folder, paper)
  const drafts = new Map<Language, Draft>()
  for (const name of names) {
    const language = languageOf(name)
    if (language === undefined) continue
    const draft = readDraft(root, posix.join(folder, name), language, parse)
    diagnostics.push(...draft.diagnostics)
    if (draft.value) drafts.set(language, draft.value)
  }
  if (drafts.size === 0) return { value: undefined, diagnostics }
  const original = originalOf(drafts, paper.languages)
  const inherited = inherit(drafts, original, paper)
  diagnostics.push(...inherited.diagnostics)
  const slug = slugOf(posix.basename(folder))
  return { value: { slug, folder, original, articles: inherited.articles }, diagnostics }
}

/** The language of a story file, by its name: `es.md` → `es`. */
export function languageOf(name: string): Language | undefined {
  const stem = name.endsWith('.md') ? name.slice(0, -3) : ''
  return isLanguage(stem) ? stem : undefined
}

/** A folder's name as a slug; a rule says so when they differ. */
function slugOf(name: string): string {
  return /^[a-z0-9-]+$/.test(name) ? name : toSlug(name) || 'story'
}

function fileNames(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(entry => !entry.isDirectory()).map(entry => entry.name).sort()
  } catch {
    return []
  }
}

function readDraft(root: string, file: string, language: Language, parse: ParseCopy): Outcome<Draft> {
  const text = readTextFile(root, file)
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics }
  const folder = posix.dirname(file)
  const context: CopyContext = { file, folder, language, findPicture: pictureFinder(root, folder) }
  const draft = parse(text.value, context)
  return { value: draft.value, diagnostics: [...text.diagnostics, ...draft.diagnostics] }
}

/** Parses one language's file: front matter and body, as far as either can be had. */
export function parseDraft(text: string, context: CopyContext): Parsed {
  const front = parseFrontMatter(text, context.file)
  const whole = { file: context.file, start: { line: 1, column: 1 } }
  const keys = checkShape(shape, front.data, { places: front.places, path: '', whole })
  const markdown = parseMarkdown(front.body, context)
  const picture = pictureOf(keys.value, front.places, context)
  const { language, file } = context
  const set = (text: string): string => smartText(text, language)
  const { title, kicker, deck, byline, dateline, jumpHead, kind, date, section, tags, series, map, from, translator } = keys.value
  const value: Draft = {
    story: slugOf(posix.basename(context.folder)), language, file, body: markdown.body, places: front.places,
    ...(title !== undefined && { title: set(title) }),
    ...(kicker !== undefined && { kicker: set(kicker) }),
    ...(deck !== undefined && { deck: set(deck) }),
    ...(byline !== undefined && { bylines: byline.map(set) }),
    ...(dateline !== undefined && { dateline: set(dateline) }),
    ...(jumpHead !== undefined && { jumpHead: set(jumpHead) }),
    ...(kind !== undefined && { kind }),
    ...(date !== undefined && { date }),
    ...(section !== undefined && { section }),
    ...(tags !== undefined && { tags }),
    ...(series !== undefined && { series }),
    ...(map !== undefined && { map }),
    ...(from !== undefined && { from }),
    ...(translator !== undefined && { translator: set(translator) }),
    ...(picture.value && { picture: picture.value }),
  }
  return { value, diagnostics: [...front.diagnostics, ...keys.diagnostics, ...picture.diagnostics, ...markdown.diagnostics] }
}

/** The front matter's picture; its file may be absent, as a translation inherits it. */
function pictureOf(keys: Fitting<typeof shape>, places: Article['places'], context: CopyContext): Outcome<Picture> {
  if (!keys.picture) return { value: undefined, diagnostics: [] }
  const place = places.picture ?? { file: context.file }
  const { value, diagnostics } = checkShape(pictureShape, keys.picture, { places, path: 'picture.', whole: place })
  const checked = value.file === undefined ? undefined : checkPicture(value.file, context, places['picture.file'] ?? place)
  diagnostics.push(...(checked?.diagnostics ?? []))
  // A file that was named and cannot be used must not be replaced by the original's; one that was not named is inherited.
  if (checked && checked.value === undefined) return { value: undefined, diagnostics }
  const picture: Picture = { file: checked?.value ?? '', alt: smartText(value.alt ?? '', context.language), place }
  if (value.caption !== undefined) picture.caption = smartText(value.caption, context.language)
  if (value.credit !== undefined) picture.credit = smartText(value.credit, context.language)
  return { value: picture, diagnostics }
}
