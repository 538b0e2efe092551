/**
 * The scripts that the house's Latin faces cannot draw: which face sets them instead. Text is parted where its script
 * changes, before anything is measured.
 */
import { faces, type Face, type FaceFile } from './faces.ts'
import type { TextStyle } from './textStyle.ts'

/** A script, and the faces that set it. */
interface Script {
  /** Its own letters and signs. */
  letters: RegExp
  faces: Record<Weight, Face>
  /** Size beside the house's Latin, so that both look equally large; headlines of scripts with tall marks are set smaller. */
  scale: Record<'text' | 'display', number>
  /** Letters that hang together, where nothing may be put between them. */
  joined: boolean
  /** Only the faces from these packages lack it; without it all of the house's do. */
  lackedBy?: RegExp
}

/** Weights of the house's faces, in which an italic of a script that has none is a medium. */
type Weight = 'regular' | 'medium' | 'bold' | 'black'

const scripts: Script[] = [
  {
    letters: /[\u0370-\u03ff\u1f00-\u1fff]/,
    faces: { regular: 'text', medium: 'textItalic', bold: 'textBold', black: 'headlineBlack' },
    scale: { text: 1, display: 1 },
    joined: false,
    lackedBy: /libre-franklin|oswald|playfair|anton/,
  },
  {
    letters: /[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]/,
    faces: { regular: 'condensedBold', medium: 'condensedBold', bold: 'condensedBold', black: 'condensedBold' },
    scale: { text: 1, display: 1 },
    joined: false,
    lackedBy: /anton/,
  },
  {
    letters: /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/,
    faces: { regular: 'arabic', medium: 'arabicMedium', bold: 'arabicBold', black: 'arabicBold' },
    scale: { text: 1.08, display: 0.92 },
    joined: true,
  },
  {
    letters: /[\u0900-\u097f\ua8e0-\ua8ff]/,
    faces: { regular: 'devanagari', medium: 'devanagariMedium', bold: 'devanagariBold', black: 'devanagariBlack' },
    scale: { text: 1, display: 0.8 },
    joined: true,
  },
  {
    letters: /[\u0980-\u09ff]/,
    faces: { regular: 'bengali', medium: 'bengaliMedium', bold: 'bengaliBold', black: 'bengaliBlack' },
    scale: { text: 1, display: 0.8 },
    joined: true,
  },
]

/** A stretch of text in one style. */
export interface StyledText {
  text: string
  style: TextStyle
}

/**
 * Parts a text where its script asks for another face. Punctuation, digits and spaces go with the letters before them, at
 * the text's start with those after; other signs stay with the house's own faces. Most texts come back in one part.
 */
export function partByScript(text: string, style: TextStyle): StyledText[] {
  if (!beyond.test(text)) return [{ text, style }]
  const parts: { start: number; script: Script | undefined }[] = []
  let at = 0
  for (const char of text) {
    const script = scriptOf(char, parts.at(-1)?.script)
    if (script !== 'any' && (parts.length === 0 || parts.at(-1)!.script !== script)) parts.push({ start: parts.length === 0 ? 0 : at, script })
    at += char.length
  }
  return parts.map(({ start, script }, k) => ({
    text: text.slice(start, parts[k + 1]?.start),
    style: script ? styleIn(script, style) : style,
  }))
}

/** Whether nothing may be put between the letters of this face, nor taken away. */
export function isJoined(face: Face): boolean {
  return joinedFaces.has(face)
}

/** Letters of the scripts that the Latin faces lack. */
const beyond = new RegExp(scripts.map(({ letters }) => letters.source).join('|'))

const joinedFaces = new Set(scripts.filter(({ joined }) => joined).flatMap((script) => Object.values(script.faces)))

/** The danda ends sentences in many scripts of India, but Unicode counts it to the first. */
const danda = /[\u0964\u0965]/

function scriptOf(char: string, current: Script | undefined): Script | undefined | 'any' {
  if (neutral.test(char) && !beyond.test(char)) return 'any'
  if (danda.test(char) && current?.joined) return current
  return scripts.find(({ letters }) => letters.test(char))
}

/** What belongs to no script: punctuation, digits, spaces, marks over letters, joiners. */
const neutral = /[\p{P}\p{Nd}\p{Z}\p{Mn}\p{Cf}]/u

function styleIn(script: Script, style: TextStyle): TextStyle {
  const house: FaceFile = faces[style.face]
  if (script.lackedBy && !script.lackedBy.test(house.file)) return style
  if (Object.values(script.faces).includes(style.face)) return style
  const face = script.faces[weightOf(house)]
  const size = style.size * script.scale[style.size >= smallestDisplay ? 'display' : 'text']
  const { tracking, ...rest } = style
  return script.joined || tracking === undefined ? { ...rest, face, size } : { ...rest, face, size, tracking }
}

/** Points from which a size is that of a headline. */
const smallestDisplay = 18

function weightOf({ file }: FaceFile): Weight {
  // Its one weight is called regular, and is blacker than any other face.
  if (file.includes('/anton/')) return 'black'
  const weight = Number(/\/(\d00)/.exec(file)?.[1])
  if (weight >= 800) return 'black'
  if (weight >= 600) return 'bold'
  return file.includes('Italic') ? 'medium' : 'regular'
}
