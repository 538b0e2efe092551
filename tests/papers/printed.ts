/** A paper's PDFs, made without the site, and what is to be found in them. */
import { inflateSync } from 'node:zlib'
import type { Link, Node, Parent, Root } from 'mdast'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Article } from '../../src/newsroom/article.ts'
import { readNewsroom, type Newsroom } from '../../src/newsroom/newsroom.ts'
import { picturesOf } from '../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import { openPrintShop } from '../../src/print/print.ts'
import { printJobs, productsOf, proofOf, renderProduct, type PdfFile, type Proof } from '../../src/print/products.ts'

export interface Printed {
  newsroom: Newsroom
  proofs: Proof[]
  /** By their file names, `downloads/…`. */
  pdfs: Map<string, PdfFile>
  /** Of the copy, its pictures and its pages. */
  diagnostics: Diagnostic[]
}

/** Products in which every page is drawn as it was made up. */
const plain = ['press', 'pages', 'leaflet']

/** Reads a paper and draws the PDFs for a press, and pamphlets and leaflets page by page. */
export async function printPaper(content: string, cacheFolder: string): Promise<Printed> {
  const read = readNewsroom(content)
  const newsroom = read.value!
  const opened = await openPictures(content, picturesOf(newsroom), cacheFolder)
  const shop = openPrintShop(newsroom.paper, opened.value!)
  const proofs = printJobs(newsroom).map((job) => proofOf(job, shop))
  const pdfs = new Map<string, PdfFile>()
  for (const proof of proofs) {
    for (const product of productsOf(proof.job, newsroom.paper).filter((each) => plain.includes(each))) {
      const pdf = await renderProduct(proof, product, shop)
      pdfs.set(pdf.file, pdf)
    }
  }
  return { newsroom, proofs, pdfs, diagnostics: [...read.diagnostics, ...opened.diagnostics, ...proofs.flatMap((proof) => proof.diagnostics)] }
}

/** Letters alone: without spaces, line ends, hyphens, signs that are not seen and capitals, ligatures taken apart. Pictographs, which no face of a paper has, are told by a diagnostic. */
export function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s\p{Cf}\u2010\u2011\ufe0f\p{Extended_Pictographic}-]+/gu, '')
}

/** A piece of copy that must stand whole: the letters of its text, parted where paper puts a page or a note's number between them. */
export interface CopyPiece {
  parts: string[]
  /** Stands in the running text, so its order among its neighbours is the editor's. */
  inOrder: boolean
}

/** Every headline, paragraph, list item, cell and caption of an article, from the Markdown's tree itself. */
export function piecesOf(article: Article): CopyPiece[] {
  const pieces: CopyPiece[] = []
  const add = (parts: string[], inOrder: boolean): void => {
    const letters = parts.map(lettersOf).filter(Boolean)
    if (letters.length > 0) pieces.push({ parts: letters, inOrder })
  }
  const walk = (node: Node, inOrder: boolean): void => {
    switch (node.type) {
      case 'paragraph': case 'heading': case 'signOff': case 'tableCell':
        return add(partsOf(node as Parent), inOrder)
      case 'code':
        return add([(node as Node & { value: string }).value], inOrder)
      case 'figure': {
        const { picture } = node as Node & { picture: { caption?: string; credit?: string } }
        return add([`${picture.caption ?? ''}${picture.credit ?? ''}`], false)
      }
      case 'sidebar': {
        const { title } = node as Node & { title?: string }
        add([title ?? ''], false)
      }
    }
    const flows = inOrder && !['sidebar', 'pullQuote', 'footnoteDefinition', 'table'].includes(node.type)
    for (const child of (node as Partial<Parent>).children ?? []) walk(child, flows)
  }
  add([article.title], false)
  add([article.deck ?? ''], false)
  add([article.bylines[0] ?? ''], false)
  add([`${article.picture?.caption ?? ''}${article.picture?.credit ?? ''}`], false)
  walk(article.body satisfies Root, true)
  return pieces
}

function partsOf(parent: Parent): string[] {
  const parts = ['']
  const walk = (node: Node): void => {
    if ('value' in node) parts[parts.length - 1] += String(node.value)
    if (node.type === 'footnoteReference') parts.push('')
    for (const child of (node as Partial<Parent>).children ?? []) walk(child)
    if ((node as Partial<Link>).data?.crossReference) parts.push('')
  }
  for (const child of parent.children) walk(child)
  return parts
}

/** Most letters between two parts of a piece: ", page 24" */
const longestGap = 16

/** Pieces that do not stand whole in a text, or stand before a piece that they follow. */
export function missingFrom(text: string, pieces: CopyPiece[]): string[] {
  const letters = lettersOf(text)
  const missing: string[] = []
  let last = 0
  for (const piece of pieces) {
    const at = findPiece(letters, piece, piece.inOrder ? last : 0)
    if (at === undefined) missing.push(`${findPiece(letters, piece, 0) === undefined ? 'lost' : 'out of order'}: ${piece.parts.join(' … ').slice(0, 90)}`)
    else if (piece.inOrder) last = at
  }
  return missing
}

function findPiece(letters: string, { parts }: CopyPiece, from: number): number | undefined {
  for (let start = letters.indexOf(parts[0]!, from); start >= 0; start = letters.indexOf(parts[0]!, start + 1)) {
    let end = start + parts[0]!.length
    const whole = parts.slice(1).every((part) => {
      const at = letters.indexOf(part, end)
      if (at < 0 || at - end > longestGap) return false
      end = at + part.length
      return true
    })
    if (whole) return end
  }
  return undefined
}

/** All that can be read in a PDF by anyone: its bytes, and those of every stream that is packed. */
export function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const file = bytes.toString('latin1')
  const streams = [...file.matchAll(/\/FlateDecode[^]{0,200}?stream\r?\n/g)].flatMap(({ 0: head, index }) => {
    const start = index + head.length
    try {
      return [inflateSync(bytes.subarray(start, file.indexOf('endstream', start))).toString('latin1')]
    } catch {
      return []
    }
  })
  return [file, ...streams].join('\n')
}
