import qrcode from 'qrcode-generator'
import type { FillFrame, Rect } from './page.ts'

/** White around a code, in modules: ISO/IEC 18004 asks for four. */
const quietZone = 4

/**
 * A QR code of the text as black rectangles on white, one for each run of dark modules in a row, so that any printer's raster image
 * processor draws it sharp. `rect` is a square that holds the white around it too.
 */
export function qrFrames(text: string, rect: Rect): FillFrame[] {
  const code = codeOf(text)
  const count = code.getModuleCount()
  const size = rect.width / (count + 2 * quietZone)
  const frames: FillFrame[] = [{ kind: 'panel', ink: 'paper', ...rect }]
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count;) {
      let end = column
      while (end < count && code.isDark(row, end)) end++
      if (end > column) {
        frames.push({
          kind: 'panel', ink: 'black',
          x: rect.x + (quietZone + column) * size, y: rect.y + (quietZone + row) * size, width: (end - column) * size, height: size,
        })
      }
      column = Math.max(end, column + 1)
    }
  }
  return frames
}

/** Pages are made up many times, and their code stays the same. */
function codeOf(text: string): ReturnType<typeof qrcode> {
  let code = codes.get(text)
  if (!code) {
    code = qrcode(0, 'M')
    code.addData(text)
    code.make()
    codes.set(text, code)
  }
  return code
}

const codes = new Map<string, ReturnType<typeof qrcode>>()
