/** Reads PDFs back with programs that did not write them: pdf.js always, the others where they are installed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { test } from 'vitest'

export interface ReadPage {
  /** Lines as they were written, each ending in a line feed. */
  text: string
  /** The sheet, in points: left, bottom, right, top. */
  view: number[]
  /** The elements that have pieces on this page. */
  structure: Element[]
}

export interface Element {
  role: string
  alt?: string
  /** What its pieces on this page say; pdf.js drops the space at a line's end. */
  text: string
  children: Element[]
}

export interface ReadPdf {
  pages: ReadPage[]
  info: Record<string, unknown>
  /** The XMP packet as it stands in the file. */
  xmp: string
  outline: string[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const said = new Map<string, string>()
    const open: (string | undefined)[] = []
    let text = ''
    for (const item of content.items) {
      if ('str' in item) {
        text += item.str + (item.hasEOL ? '\n' : '')
        const id = open.at(-1)
        if (id) said.set(id, (said.get(id) ?? '') + item.str)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? undefined)
    }
    const tree = await page.getStructTree()
    pages.push({ text, view: page.view, structure: (tree?.children ?? []).flatMap((node) => elementsOf(node, said)) })
  }
  const { info } = await document.getMetadata()
  const outline = ((await document.getOutline()) ?? []).map((entry) => entry.title)
  await document.loadingTask.destroy()
  const file = Buffer.from(bytes).toString('utf8')
  return { pages, info: info as Record<string, unknown>, xmp: /<\?xpacket begin[^]*?end="r"\?>/.exec(file)?.[0] ?? '', outline }
}

interface Node {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: Node[]
}

function elementsOf(value: unknown, said: Map<string, string>): Element[] {
  const node = value as Node
  if (!node.role) return []
  const children = node.children ?? []
  return [{
    role: node.role,
    ...(node.alt !== undefined && { alt: node.alt }),
    text: children.map((child) => (child.type === 'content' ? said.get(child.id ?? '') ?? '' : '')).join(''),
    children: children.flatMap((child) => elementsOf(child, said)),
  }]
}

/** The decoded content of every page, in order: what a press reads. */
export function operatorsOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  return [...text.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const start = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj`)) + 'stream\n'.length
    return inflateSync(file.subarray(start, text.indexOf('\nendstream', start))).toString('latin1')
  })
}

/** A box of every page, straight from the file. */
export function boxesOf(bytes: Uint8Array, name: 'MediaBox' | 'TrimBox' | 'BleedBox'): number[][] {
  const text = Buffer.from(bytes).toString('latin1')
  return [...text.matchAll(new RegExp(`/${name} \\[([^\\]]*)\\]`, 'g'))].map(([, box]) => box!.split(' ').map(Number))
}

/** A test that needs a program of the machine. Where it is missing the test is skipped, and says so. */
export function testWith(program: string): typeof test | typeof test.skip {
  if (spawnSync(program, ['--version']).error === undefined) return test
  process.stderr.write(`SKIPPED: ${program} is not installed, so a test of the PDF with it does not run.\n`)
  return test.skip
}

/** What a program prints about the PDF; `FILE` among its arguments stands for the PDF's path, `OUT` for a file that it writes. */
export function ask(program: string, args: string[], bytes: Uint8Array): string {
  return run(program, args, bytes).stdout
}

/** Pixels of the first page as Ghostscript's inks: four bytes each, 255 is full ink. */
export function inksOf(bytes: Uint8Array, pixelsPerInch = 72): { width: number; at(x: number, y: number): number[] } {
  const args = ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=pamcmyk32', `-r${pixelsPerInch}`, '-dFirstPage=1', '-dLastPage=1']
  const { out } = run('gs', [...args, '-sOutputFile=OUT', 'FILE'], bytes)
  const header = out.indexOf('ENDHDR\n') + 'ENDHDR\n'.length
  const width = Number(/WIDTH (\d+)/.exec(out.toString('latin1', 0, header))![1])
  return { width, at: (x, y) => [...out.subarray(header + 4 * (y * width + x), header + 4 * (y * width + x) + 4)] }
}

/** The first page's plates by the names of their inks, each a grey TIFF in which black is full ink. */
export function platesOf(bytes: Uint8Array, pixelsPerInch = 36): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'plates-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), bytes)
    const made = spawnSync('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-dSAFER', '-sDEVICE=tiffsep', `-r${pixelsPerInch}`, '-dLastPage=1', `-sOutputFile=${join(folder, 'page.tif')}`, join(folder, 'in.pdf')], { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`gs ended with ${made.status}: ${made.stdout}${made.stderr}`)
    return new Map(readdirSync(folder).flatMap((name) => {
      const ink = /\((.*)\)\.tif$/.exec(name)?.[1]
      return ink === undefined ? [] : [[ink, readFileSync(join(folder, name))]]
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(program: string, args: string[], bytes: Uint8Array): { stdout: string; out: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
  try {
    const [file, out] = [join(folder, 'in.pdf'), join(folder, 'out')]
    writeFileSync(file, bytes)
    const filled = args.map((arg) => arg.replace('FILE', file).replace('=OUT', `=${out}`))
    const { stdout, stderr, status } = spawnSync(program, filled, { encoding: 'utf8', maxBuffer: 1 << 28 })
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`)
    return { stdout, out: args.some((arg) => arg.includes('=OUT')) ? readFileSync(out) : Buffer.alloc(0) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
