/** The stories of a tagged PDF. */
import type { Mark, PressFile, StructureElement } from './pressFile.ts'

/** All elements in reading order, parents before their children. */
export function elementsOf(structure: StructureElement[]): StructureElement[] {
  return structure.flatMap((element) => [element, ...elementsOf(element.children)])
}

/** The headline of the story that a mark belongs to; undefined for furniture and where nothing is tagged. */
export function storyNames(file: PressFile): (page: number, mark: Mark) => string | undefined {
  const said = new Map<string, string>()
  for (const { number, marks } of file.pages) {
    for (const mark of marks) {
      if (mark.kind !== 'text' || mark.marking?.kind !== 'piece') continue
      const key = `${number} ${mark.marking.number}`
      said.set(key, (said.get(key) ?? '') + mark.text)
    }
  }
  const names = new Map<string, string>()
  for (const story of elementsOf(file.structure).filter(({ role }) => role === 'Art')) {
    const all = elementsOf([story])
    const head = all.find(({ role }) => /^H\d?$/.test(role))
    const name = (head?.pieces ?? []).map(({ page, number }) => said.get(`${page} ${number}`) ?? '').join('').trim()
    for (const { page, number } of all.flatMap(({ pieces }) => pieces)) names.set(`${page} ${number}`, name)
  }
  return (page, { marking }) => marking?.kind === 'piece' ? names.get(`${page} ${marking.number}`) || undefined : undefined
}
