/** Parcels as XLIFF 1.2 (OASIS Standard, 2008), which every translation program reads. */
import type { Parcel, Returned, Unit } from './unit.ts'
import { escapeXml, textOfXml } from './xml.ts'

export function formatXliff({ file, from, into, units }: Parcel): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file original="${escapeXml(file)}" source-language="${from}" target-language="${into}" datatype="x-markdown">`,
    '    <body>', ...units.map((unit) => formatUnit(unit, from)), '    </body>', '  </file>', '</xliff>', '',
  ].join('\n')
}

function formatUnit({ id, source, target, oldSource, isDone }: Unit, from: string): string {
  const state = target === '' ? 'needs-translation' : isDone ? 'final' : 'needs-review-translation'
  const old = oldSource === '' ? '' : `\n        <note from="${from}">${escapeXml(oldSource)}</note>`
  return `      <trans-unit id="${escapeXml(id)}" xml:space="preserve">
        <source>${escapeXml(source)}</source>
        <target state="${state}">${escapeXml(target)}</target>${old}
      </trans-unit>`
}

/** Texts of an XLIFF file. Targets that say themselves that they need work are not finished. */
export function parseXliff(xml: string): Returned {
  const returned: Returned = new Map()
  for (const [, attributes, inner] of xml.replace(/<alt-trans\b[\s\S]*?<\/alt-trans>/g, '').matchAll(/<trans-unit\b([^>]*)>([\s\S]*?)<\/trans-unit>/g)) {
    const id = textOfXml(/\bid\s*=\s*(["'])(.*?)\1/.exec(attributes!)?.[2] ?? '')
    const target = /<target\b([^>]*)>([\s\S]*?)<\/target>/.exec(inner!)
    if (id === '' || !target || /state\s*=\s*["'](?:new|needs-)/.test(target[1]!)) continue
    const text = textOfXml(target[2]!).replace(/\s+/g, ' ').trim()
    if (text !== '') returned.set(id, text)
  }
  return returned
}
