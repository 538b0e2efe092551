/** A tree of HTML as XHTML, which e-books are written in: every element closed, every attribute with a value. */
import type { ElementContent, Properties, Root, RootContent } from 'hast'
import { escapeXml } from '../xml.ts'

const names: Record<string, string> = { className: 'class', ariaLabel: 'aria-label', ariaDescribedBy: 'aria-describedby', tabIndex: 'tabindex' }

/** The text of a tree. What has no place in a book (data attributes) is left out; a cell's alignment becomes a style. */
export function renderXhtml(node: Root | RootContent | ElementContent): string {
  if (node.type === 'root') return node.children.map(renderXhtml).join('')
  if (node.type === 'text') return escapeXml(node.value)
  if (node.type !== 'element') return ''
  const open = `<${node.tagName}${attributesOf(node.properties)}`
  return node.children.length === 0 && isEmpty.has(node.tagName) ? `${open}/>` : `${open}>${node.children.map(renderXhtml).join('')}</${node.tagName}>`
}

const isEmpty = new Set(['br', 'hr', 'img'])

function attributesOf(properties: Properties): string {
  return Object.entries(properties).flatMap(([property, value]) => {
    if (value === undefined || value === null || value === false || property.startsWith('data')) return []
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    if (property === 'align') return [` style="text-align:${escapeXml(text)}"`]
    return [` ${names[property] ?? property}="${escapeXml(text)}"`]
  }).join('')
}
