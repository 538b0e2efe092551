import type { BlockContent, List, Nodes, Paragraph, Parents, RootContent } from 'mdast'
import { report, typed, type Copy } from '../copy.ts'

/** `1917. The workers rose.` is no list that begins with its 1917th item: the year goes back into its paragraph. */
export function keepYears(copy: Copy): void {
  keepWithin(copy, copy.tree)
}

function keepWithin(copy: Copy, parent: Parents): void {
  const children: Nodes[] = []
  for (const child of parent.children) {
    if ('children' in child) keepWithin(copy, child as Parents)
    if (child.type === 'list' && isYear(child)) children.push(...paragraphsOf(copy, child))
    else children.push(child)
  }
  parent.children = children as typeof parent.children
}

function isYear(list: List): boolean {
  return list.ordered === true && typeof list.start === 'number' && list.start >= 1000 && list.start <= 2999
}

function paragraphsOf(copy: Copy, list: List): RootContent[] {
  return list.children.flatMap(item => {
    const source = typed(copy, item)
    const mark = /^\d+[.)][ \t]*/.exec(source)?.[0] ?? ''
    const start = item.position!.start
    const end = { line: start.line, column: start.column + mark.length, offset: start.offset! + mark.length }
    report(copy, 'text/year', item, { year: mark.trim() })
    const text = { type: 'text' as const, value: mark, position: { start, end } }
    const [first, ...rest] = item.children as BlockContent[]
    if (first?.type !== 'paragraph') {
      const alone: Paragraph = { type: 'paragraph', children: [{ ...text, value: mark.trim() }], position: { start, end } }
      return first ? [alone, first, ...rest] : [alone]
    }
    const position = { start, end: first.position!.end }
    return [{ ...first, children: [text, ...first.children], position }, ...rest]
  })
}
