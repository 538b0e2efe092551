import { posix } from 'node:path'
import type { Image, Nodes, Parents } from 'mdast'
import { smartText } from '../../languages/punctuation.ts'
import type { Figure } from '../body.ts'
import { placeOfNode, report, type Copy } from '../copy.ts'
import { checkPicture } from '../pictureFiles.ts'

/**
 * Makes a figure of every picture. One alone in its paragraph takes the paragraph's place; one within a line of text is set
 * after its paragraph, with a hint. A picture that cannot be used is dropped with an error.
 */
export function setFigures(copy: Copy): void {
  setWithin(copy, copy.tree)
}

const flow = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition', 'sidebar', 'pullQuote'])

function setWithin(copy: Copy, parent: Parents): void {
  const children: Nodes[] = []
  for (const child of parent.children as Nodes[]) {
    children.push(child)
    if (!('children' in child)) continue
    if (flow.has(child.type) || child.type === 'list') {
      setWithin(copy, child)
      continue
    }
    const images = takeImages(child)
    if (images.length === 0) continue
    const isEmpty = isWithoutText(child)
    if (isEmpty && child.type === 'paragraph') children.pop()
    const figures = images.flatMap(image => figureOf(copy, image))
    const [first] = figures
    if (first && !isEmpty) report(copy, 'pictures/in-text', first, { file: posix.basename(first.picture.file) })
    children.push(...figures)
  }
  parent.children = children as typeof parent.children
}

/** Takes every picture out of a block of text, in reading order. */
function takeImages(parent: Parents): Image[] {
  const images: Image[] = []
  parent.children = (parent.children as Nodes[]).filter(child => {
    if (child.type === 'image') images.push(child)
    else if ('children' in child) images.push(...takeImages(child))
    return child.type !== 'image'
  }) as typeof parent.children
  return images
}

function isWithoutText(node: Nodes): boolean {
  if ('children' in node) return node.children.every(child => isWithoutText(child))
  if (node.type === 'break') return true
  return 'value' in node && node.value.trim() === ''
}

function figureOf(copy: Copy, image: Image): Figure[] {
  const place = placeOfNode(image, copy.file)
  const checked = checkPicture(image.url.trim(), copy, place)
  copy.diagnostics.push(...checked.diagnostics)
  if (checked.value === undefined) return []
  const picture: Figure['picture'] = { file: checked.value, alt: smartText(image.alt?.trim() ?? '', copy.language), place }
  const caption = smartText(image.title?.trim() ?? '', copy.language)
  if (caption !== '') picture.caption = caption
  return [{ type: 'figure', picture, position: image.position }]
}
