/** The bytes of a PDF → a PressFile, or a diagnostic that says why they cannot be read. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFObject, PDFPage } from '@cantoo/pdf-lib'
import type { Outcome } from '../../diagnostics/diagnostic.ts'
import { paintPage, type Shelf } from './marks.ts'
import type { Box, OutputIntent, PressFile, PressPage } from './pressFile.ts'
import { contentsOf, dictOf, filtersOf, latin, listOf, nameOf, numberOf, textOf, valueOf } from './streams.ts'
import { readStructure } from './structureReader.ts'

/** `name` is how diagnostics call the file. Never throws: a file that is no PDF is a diagnostic. */
export async function readPressFile(bytes: Uint8Array, name: string): Promise<Outcome<PressFile>> {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: false })
    return { value: read(document, bytes, name), diagnostics: [] }
  } catch {
    // What the parser says of it speaks of its own insides, and helps nobody.
    return { value: undefined, diagnostics: [{ id: 'preflight/unreadable', place: { file: name }, params: {} }] }
  }
}

function read(document: PDFDocument, bytes: Uint8Array, name: string): PressFile {
  const { context, catalog } = document
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  const dicts = objects.flatMap((object) => dictOf(object) ?? [])
  const nested = dicts.flatMap(dictsWithin)
  const metadata = valueOf(catalog, 'Metadata')
  const pages = document.getPages()
  const numbers = new Map(pages.map((page, i) => [page.ref, i + 1]))
  const shelf: Shelf = { fonts: new Map(), pictures: new Map() }
  const read = pages.map((page, i) => readPage(page, i + 1, shelf))
  const info = infoOf(context.trailerInfo.Info === undefined ? undefined : context.lookup(context.trailerInfo.Info))
  const xmp = metadata instanceof PDFStream ? Buffer.from(contentsOf(metadata) ?? []).toString('utf8') : ''
  const names = dictOf(valueOf(catalog, 'Names'))
  return {
    name,
    version: versionOf(bytes, catalog),
    encrypted: context.trailerInfo.Encrypt !== undefined,
    hasId: context.trailerInfo.ID instanceof PDFArray && context.trailerInfo.ID.size() === 2,
    info,
    xmp,
    language: textOf(valueOf(catalog, 'Lang')) ?? '',
    isTagged: String(valueOf(dictOf(valueOf(catalog, 'MarkInfo')), 'Marked')) === 'true',
    structure: readStructure(dictOf(valueOf(catalog, 'StructTreeRoot')), numbers),
    actions: [...new Set([...nested.flatMap(actionOf), ...valueOf(names, 'JavaScript') ? ['JavaScript'] : []])],
    hasLayers: valueOf(catalog, 'OCProperties') !== undefined,
    attachments: nested.filter((dict) => valueOf(dict, 'EF') !== undefined).length,
    filters: new Set(objects.flatMap((object) => object instanceof PDFStream ? filtersOf(object.dict) : []).concat(read.flatMap(inlineFilters))),
    transparencies: [...new Set(nested.flatMap(transparenciesOf))],
    outputIntents: listOf(valueOf(catalog, 'OutputIntents')).flatMap((intent) => dictOf(intent) ?? []).map(intentOf),
    fonts: [...shelf.fonts.values()].map(({ name, embedded, subset }) => ({ name, embedded, subset })),
    pages: read,
    notes: [xmp, ...info.values(), ...nested.flatMap(textsOf)],
  }
}

/** A dictionary and those that stand in it directly. */
function dictsWithin(dict: PDFDict): PDFDict[] {
  const direct = (object: PDFObject): PDFDict[] => {
    if (object instanceof PDFDict) return dictsWithin(object)
    return object instanceof PDFArray ? object.asArray().flatMap(direct) : []
  }
  return [dict, ...dict.values().flatMap(direct)]
}

/** Texts of a dictionary but for a title of the outline, or what stands in for a picture: they are copy. */
function textsOf(dict: PDFDict): string[] {
  return dict.entries().flatMap(([key, value]) => {
    if (['Alt', 'ActualText', 'E'].includes(key.decodeText())) return []
    return value instanceof PDFString || value instanceof PDFHexString ? [value.decodeText()] : []
  })
}

function versionOf(bytes: Uint8Array, catalog: PDFDict): string {
  const head = /%PDF-(\d\.\d)/.exec(latin(bytes.subarray(0, 1024)))?.[1] ?? '0.0'
  const own = nameOf(valueOf(catalog, 'Version')) ?? head
  return own > head ? own : head
}

function infoOf(object: PDFObject | undefined): Map<string, string> {
  const entries = dictOf(object)?.entries() ?? []
  return new Map(entries.flatMap(([key]) => {
    const text = textOf(valueOf(dictOf(object), key.decodeText()))
    return text === undefined ? [] : [[key.decodeText(), text]]
  }))
}

/** Kinds of action that do something by themselves or leave the file. Those that lead to a page or an address are links. */
function actionOf(dict: PDFDict): string[] {
  const kind = nameOf(valueOf(dict, 'S'))
  const told = kind !== undefined && ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'Rendition', 'Movie', 'Sound', 'GoToE'].includes(kind) ? [kind] : []
  return valueOf(dict, 'AA') === undefined ? told : [...told, 'AA']
}

function transparenciesOf(dict: PDFDict): string[] {
  const below = (key: string): boolean => (numberOf(valueOf(dict, key)) ?? 1) < 1
  const blend = nameOf(listOf(valueOf(dict, 'BM'))[0])
  const mask = valueOf(dict, 'SMask')
  return [
    ...below('ca') || below('CA') ? ['alpha'] : [],
    ...mask !== undefined && nameOf(mask) !== 'None' ? ['soft mask'] : [],
    ...blend !== undefined && blend !== 'Normal' && blend !== 'Compatible' ? ['blend mode'] : [],
    ...nameOf(valueOf(dict, 'S')) === 'Transparency' ? ['group'] : [],
  ]
}

function intentOf(intent: PDFDict): OutputIntent {
  const stream = valueOf(intent, 'DestOutputProfile')
  // The version stands at byte 8 of a profile, the device class at byte 12 (ICC.1, 7.2).
  const contents = stream instanceof PDFStream ? contentsOf(stream) : undefined
  return {
    subtype: nameOf(valueOf(intent, 'S')) ?? '',
    condition: textOf(valueOf(intent, 'OutputConditionIdentifier')) ?? '',
    registry: textOf(valueOf(intent, 'RegistryName')) ?? '',
    ...(stream instanceof PDFStream && {
      profile: { components: numberOf(valueOf(stream.dict, 'N')) ?? 0, deviceClass: contents ? latin(contents.subarray(12, 16)) : '', version: contents?.[8] ?? 0 },
    }),
  }
}

function readPage(page: PDFPage, number: number, shelf: Shelf): PressPage {
  const node = page.node
  const content = listOf(valueOf(node, 'Contents')).map((stream) => stream instanceof PDFStream ? latin(contentsOf(stream) ?? new Uint8Array()) : '').join('\n')
  const boxes = Object.entries({ crop: 'CropBox', bleed: 'BleedBox', trim: 'TrimBox', art: 'ArtBox' })
    .flatMap(([key, name]) => boxOf(name === 'CropBox' ? node.getInheritableAttribute(PDFName.of(name)) : valueOf(node, name), node)
      .map((box) => [key, box] as const))
  const [media] = boxOf(node.getInheritableAttribute(PDFName.of('MediaBox')), node)
  return {
    number,
    media: media ?? { left: 0, bottom: 0, right: 0, top: 0 },
    ...Object.fromEntries(boxes),
    annotations: listOf(valueOf(node, 'Annots')).map((annotation) => nameOf(valueOf(dictOf(annotation), 'Subtype')) ?? ''),
    ...paintPage(content, dictOf(node.Resources()), shelf),
  }
}

/** A box, or none where there is none or it is damaged. */
function boxOf(object: PDFObject | undefined, { context }: PDFDict): Box[] {
  const numbers = listOf(object instanceof PDFRef ? context.lookup(object) : object).flatMap((each) => numberOf(each) ?? [])
  if (numbers.length !== 4) return []
  const [a, b, c, d] = numbers as [number, number, number, number]
  return [{ left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) }]
}

function inlineFilters(page: PressPage): string[] {
  const short: Record<string, string> = { LZW: 'LZWDecode', Fl: 'FlateDecode', DCT: 'DCTDecode' }
  return page.marks.flatMap((mark) => mark.kind === 'picture' && mark.picture.name === 'inline' ? mark.picture.filters.map((each) => short[each] ?? each) : [])
}
