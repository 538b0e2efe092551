/**
 * What a page paints, mark by mark: its content stream carried out without drawing. Source: ISO 32000-1, 8.4 (graphics state),
 * 8.5 (paths), 9.4 (text), 14.6 (marked content).
 */
import { PDFName, PDFStream } from '@cantoo/pdf-lib'
import type { PDFDict } from '@cantoo/pdf-lib'
import { cmyk, firstColor, gray, rgb, spaceOf, type Space } from './colors.ts'
import { readFont, type FontReader } from './fontReader.ts'
import { inlinePicture, readPicture } from './pictureReader.ts'
import type { Box, Color, Mark, Marking, Picture } from './pressFile.ts'
import { contentsOf, dictOf, latin, listOf, nameOf, numberOf, valueOf } from './streams.ts'
import { operationsOf, type Operand, type Operation } from './tokens.ts'

/** Fonts and pictures are read once for all pages. */
export interface Shelf {
  fonts: Map<PDFDict, FontReader>
  pictures: Map<PDFStream, Picture>
}

export interface Painted {
  marks: Mark[]
  /** Marks of text and pictures outside all marked content. */
  unmarked: number
}

type Matrix = [number, number, number, number, number, number]

interface State {
  matrix: Matrix
  fillSpace: Space
  strokeSpace: Space
  fill: Color
  stroke: Color
  lineWidth: number
  fillOverprints: boolean
  strokeOverprints: boolean
  font?: FontReader
  size: number
  letterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
  render: number
}

const unmoved: Matrix = [1, 0, 0, 1, 0, 0]
/** Forms may hold forms; a file whose forms hold themselves ends here. */
const deepest = 12

/** Carries out the content of a page. */
export function paintPage(content: string, resources: PDFDict | undefined, shelf: Shelf): Painted {
  const painted: Painted = { marks: [], unmarked: 0 }
  paint(content, resources, firstState(), [], 0)
  return painted

  function paint(stream: string, own: PDFDict | undefined, begin: State, outside: (Marking | undefined)[], depth: number): void {
    let state = begin
    const saved: State[] = []
    const marked = [...outside]
    let path: Box | undefined
    let rectangles = 0
    let pieces = 0
    let line: Matrix = unmoved
    let pen: Matrix = unmoved

    const markingNow = (): Marking | undefined => marked.findLast((each) => each !== undefined)
    const base = (box: Box, color: Color, overprints: boolean) => {
      const marking = markingNow()
      return { box, color, overprints, ...(marking && { marking }) }
    }
    const add = (mark: Mark): void => {
      if (!mark.marking && (mark.kind === 'text' || mark.kind === 'picture')) painted.unmarked++
      painted.marks.push(mark)
    }
    const extend = (...points: number[]): void => {
      for (let i = 0; i + 1 < points.length; i += 2) path = around(path, apply(state.matrix, points[i]!, points[i + 1]!))
    }
    const finish = (fills: boolean, strokes: boolean): void => {
      if (path && fills) add({ kind: 'fill', isRectangle: rectangles === 1 && pieces === 0, ...base(path, state.fill, state.fillOverprints) })
      if (path && strokes) add({ kind: 'stroke', thickness: state.lineWidth * scaleOf(state.matrix), ...base(path, state.stroke, state.strokeOverprints) })
      path = undefined
      rectangles = pieces = 0
    }
    const show = (parts: Operand[]): void => {
      let [text, advance, ink] = ['', 0, 0]
      for (const part of parts) {
        if (typeof part === 'number') advance -= (part / 1000) * state.size * state.stretch
        else if (part !== null && typeof part === 'object' && 'bytes' in part) {
          for (const glyph of state.font?.glyphs(part.bytes) ?? []) {
            const start = advance
            advance += (glyph.width * state.size + state.letterSpace + (glyph.isSpace ? state.wordSpace : 0)) * state.stretch
            if (glyph.text.trim() !== '' || glyph.text === '') ink = Math.max(ink, start + glyph.width * state.size * state.stretch)
            text += glyph.text
          }
        }
      }
      const all = times(pen, state.matrix)
      const height = state.size * 0.7
      const box = [[0, state.rise], [ink, state.rise], [0, state.rise + height], [ink, state.rise + height]]
        .reduce<Box | undefined>((grown, [x, y]) => around(grown, apply(all, x!, y!)), undefined)!
      const strokes = state.render === 1
      const [color, overprints] = strokes ? [state.stroke, state.strokeOverprints] : [state.fill, state.fillOverprints]
      add({ kind: 'text', text, size: state.size * scaleOf(all), invisible: state.render === 3, ...base(box, color, overprints) })
      pen = times([1, 0, 0, 1, advance, 0], pen)
    }
    const nextLine = (x: number, y: number): void => {
      line = times([1, 0, 0, 1, x, y], line)
      pen = line
    }
    const draw = (name: string): void => {
      const object = valueOf(dictOf(valueOf(own, 'XObject')), name)
      if (!(object instanceof PDFStream)) return
      if (nameOf(valueOf(object.dict, 'Subtype')) === 'Form') {
        const matrix = listOf(valueOf(object.dict, 'Matrix')).flatMap((each) => numberOf(each) ?? []) as number[]
        const inner = contentsOf(object)
        if (!inner || depth >= deepest) return
        const placed = matrix.length === 6 ? times(matrix as Matrix, state.matrix) : state.matrix
        paint(latin(inner), dictOf(valueOf(object.dict, 'Resources')) ?? own, { ...state, matrix: placed }, marked, depth + 1)
        return
      }
      const known = shelf.pictures.get(object) ?? readPicture(name, object, own)
      shelf.pictures.set(object, known)
      addPicture(known)
    }
    const addPicture = (picture: Picture): void => {
      const corners = [[0, 0], [1, 0], [0, 1], [1, 1]]
      const box = corners.reduce<Box | undefined>((grown, [x, y]) => around(grown, apply(state.matrix, x!, y!)), undefined)!
      add({ kind: 'picture', picture, ...base(box, picture.color, state.fillOverprints) })
    }
    const set = (name: string): void => {
      const settings = dictOf(valueOf(dictOf(valueOf(own, 'ExtGState')), name))
      const flag = (key: string): boolean | undefined => {
        const value = valueOf(settings, key)
        return value === undefined ? undefined : String(value) === 'true'
      }
      const strokes = flag('OP')
      const width = numberOf(valueOf(settings, 'LW'))
      state = {
        ...state,
        ...(strokes !== undefined && { strokeOverprints: strokes }),
        fillOverprints: flag('op') ?? strokes ?? state.fillOverprints,
        ...(width !== undefined && { lineWidth: width }),
      }
    }
    const useSpace = (space: Space, strokes: boolean): void => {
      state = strokes ? { ...state, strokeSpace: space, stroke: firstColor(space) } : { ...state, fillSpace: space, fill: firstColor(space) }
    }
    const useColor = (values: number[], strokes: boolean, space = strokes ? state.strokeSpace : state.fillSpace): void => {
      const color: Color = { kind: space.kind, spots: space.spots, values }
      state = strokes ? { ...state, strokeSpace: space, stroke: color } : { ...state, fillSpace: space, fill: color }
    }
    const named = (operand: Operand | undefined): Space => spaceOf(PDFName.of(textName(operand)), own)

    for (const { operator, operands } of operationsOf(stream)) carryOut({ operator, operands })

    function carryOut({ operator, operands }: Operation): void {
      const numbers = operands.filter((each) => typeof each === 'number')
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
      switch (operator) {
        case 'q': return void saved.push(state)
        case 'Q': return void (state = saved.pop() ?? state)
        case 'cm': return void (state = { ...state, matrix: times([a, b, c, d, e, f], state.matrix) })
        case 'w': return void (state = { ...state, lineWidth: a })
        case 'gs': return set(textName(operands[0]))
        case 'g': case 'G': return useColor(numbers, operator === 'G', gray)
        case 'rg': case 'RG': return useColor(numbers, operator === 'RG', rgb)
        case 'k': case 'K': return useColor(numbers, operator === 'K', cmyk)
        case 'cs': case 'CS': return useSpace(named(operands[0]), operator === 'CS')
        case 'sc': case 'scn': return useColor(numbers, false)
        case 'SC': case 'SCN': return useColor(numbers, true)
        case 'm': case 'l': pieces++; return extend(a, b)
        case 'c': pieces++; return extend(a, b, c, d, e, f)
        case 'v': case 'y': pieces++; return extend(a, b, c, d)
        case 're': rectangles++; return extend(a, b, a + c, b, a, b + d, a + c, b + d)
        case 'f': case 'F': case 'f*': return finish(true, false)
        case 'S': case 's': return finish(false, true)
        case 'B': case 'B*': case 'b': case 'b*': return finish(true, true)
        case 'n': return finish(false, false)
        case 'BT': pen = line = unmoved; return
        case 'Tf': {
          const font = dictOf(valueOf(dictOf(valueOf(own, 'Font')), textName(operands[0])))
          if (font && !shelf.fonts.has(font)) shelf.fonts.set(font, readFont(font))
          const read = font && shelf.fonts.get(font)
          return void (state = { ...state, size: a, ...(read && { font: read }) })
        }
        case 'Tc': return void (state = { ...state, letterSpace: a })
        case 'Tw': return void (state = { ...state, wordSpace: a })
        case 'Tz': return void (state = { ...state, stretch: a / 100 })
        case 'TL': return void (state = { ...state, leading: a })
        case 'Ts': return void (state = { ...state, rise: a })
        case 'Tr': return void (state = { ...state, render: a })
        case 'Td': return nextLine(a, b)
        case 'TD': state = { ...state, leading: -b }; return nextLine(a, b)
        case 'Tm': pen = line = [a, b, c, d, e, f]; return
        case 'T*': return nextLine(0, -state.leading)
        case 'Tj': return show(operands)
        case 'TJ': return show(Array.isArray(operands[0]) ? operands[0] : [])
        case "'": nextLine(0, -state.leading); return show(operands)
        case '"': state = { ...state, wordSpace: a, letterSpace: b }; nextLine(0, -state.leading); return show(operands.slice(2))
        case 'Do': return draw(textName(operands[0]))
        case 'sh': return add({ kind: 'fill', isRectangle: false, ...base(around(undefined, apply(state.matrix, 0, 0)), shadingColor(textName(operands[0]), own), false) })
        case 'BI': return addPicture(inlinePicture(operands[0], own))
        case 'BMC': case 'BDC': return void marked.push(markingOf(operands, own))
        case 'EMC': if (marked.length > outside.length) marked.pop(); return
      }
    }
  }
}

function firstState(): State {
  const black = firstColor(gray)
  return {
    matrix: unmoved, fillSpace: gray, strokeSpace: gray, fill: black, stroke: black, lineWidth: 1, fillOverprints: false,
    strokeOverprints: false, size: 0, letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0, render: 0,
  }
}

/** The marked content that an operator opens; undefined for a kind that is neither artifact nor piece. */
function markingOf([tag, properties]: Operand[], resources: PDFDict | undefined): Marking | undefined {
  if (tag === '/Artifact') return { kind: 'artifact' }
  const number = properties instanceof Map
    ? properties.get('MCID')
    : numberOf(valueOf(dictOf(valueOf(dictOf(valueOf(resources, 'Properties')), textName(properties))), 'MCID'))
  return typeof number === 'number' ? { kind: 'piece', number } : undefined
}

function shadingColor(name: string, resources: PDFDict | undefined): Color {
  const shading = dictOf(valueOf(dictOf(valueOf(resources, 'Shading')), name))
  return firstColor(spaceOf(valueOf(shading, 'ColorSpace'), resources))
}

function textName(operand: Operand | undefined): string {
  return typeof operand === 'string' ? operand.slice(1) : ''
}

/** The product that carries out `first`, then `second`. */
function times(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [g, h, i, j, k, l] = second
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

function around(box: Box | undefined, [x, y]: [number, number]): Box {
  if (!box) return { left: x, bottom: y, right: x, top: y }
  return { left: Math.min(box.left, x), bottom: Math.min(box.bottom, y), right: Math.max(box.right, x), top: Math.max(box.top, y) }
}
