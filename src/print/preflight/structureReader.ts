/** The structure tree of a tagged PDF. Source: ISO 32000-1, 14.7. */
import { PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import type { StructureElement } from './pressFile.ts'
import { dictOf, nameOf, numberOf, textOf, valueOf } from './streams.ts'

/** A tree is not deeper; a file whose elements hold themselves ends here. */
const deepest = 60

/** The root's elements. `pageNumbers` says which page an object is. */
export function readStructure(root: PDFDict | undefined, pageNumbers: Map<PDFRef, number>): StructureElement[] {
  const roles = dictOf(valueOf(root, 'RoleMap'))
  return root ? childrenOf(root, undefined, 0).children : []

  function childrenOf(dict: PDFDict, page: number | undefined, depth: number): Pick<StructureElement, 'pieces' | 'children'> {
    const found: Pick<StructureElement, 'pieces' | 'children'> = { pieces: [], children: [] }
    if (depth > deepest) return found
    for (const kid of kidsOf(dict)) {
      if (kid instanceof PDFNumber) {
        if (page !== undefined) found.pieces.push({ page, number: kid.asNumber() })
        continue
      }
      const child = dictOf(kid)
      if (!child) continue
      const own = pageOf(child) ?? page
      const number = numberOf(valueOf(child, 'MCID'))
      if (nameOf(valueOf(child, 'Type')) === 'MCR' || (number !== undefined && valueOf(child, 'S') === undefined)) {
        if (own !== undefined && number !== undefined) found.pieces.push({ page: own, number })
      } else if (nameOf(valueOf(child, 'S')) !== undefined) found.children.push(elementOf(child, own, depth + 1))
    }
    return found
  }

  function elementOf(dict: PDFDict, page: number | undefined, depth: number): StructureElement {
    const said = nameOf(valueOf(dict, 'S'))!
    const [alt, language] = [textOf(valueOf(dict, 'Alt')), textOf(valueOf(dict, 'Lang'))]
    return {
      role: nameOf(valueOf(roles, said)) ?? said,
      ...(alt !== undefined && { alt }),
      ...(language !== undefined && { language }),
      ...childrenOf(dict, page, depth),
    }
  }

  function pageOf(dict: PDFDict): number | undefined {
    const reference = dict.get(PDFName.of('Pg'))
    return reference instanceof PDFRef ? pageNumbers.get(reference) : undefined
  }
}

/** What `K` holds, references followed. */
function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = valueOf(dict, 'K')
  if (kids === undefined) return []
  return 'asArray' in kids ? (kids as { asArray(): PDFObject[] }).asArray().flatMap((kid) => dict.context.lookup(kid) ?? []) : [kids]
}
