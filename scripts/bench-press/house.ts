/**
 * Builds a job with this engine, from the sample's Markdown to a PDF: `node house.ts FOLDER ENGINE PRODUCT [edit | anew]`. Lines of paragraphs that
 * did not change are remembered from the last run, as they are for an editor; `anew` forgets them first.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../../src/newsroom/issue.ts'
import { openNewsroom } from '../../src/newsroom/keptNewsroom.ts'
import { picturesOfStories } from '../../src/newsroom/picturesOf.ts'
import { openPictures } from '../../src/pictures/pictures.ts'
import { closePrintShop, closeWorkshops, openPrintShop } from '../../src/print/print.ts'
import { proofOf, renderProduct, type Proof } from '../../src/print/products.ts'
import { cpuOf, edits, editWords, generatedIssue, language, median, type JobSize } from './job.ts'

const [folder = '', engine = '', product = '', mode] = process.argv.slice(2)
const size = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8')) as JobSize
const newsroom = (await openNewsroom(size.content, size.cache)).value!
if (mode === 'anew') rmSync(join(folder, 'type/lines'), { recursive: true, force: true })
const pictures = await openPictures(size.content, picturesOfStories(newsroom.issues[0]!.stories), size.cache)
const shop = openPrintShop(newsroom.paper, pictures.value!, undefined, join(folder, 'type'))
let issue = generatedIssue(newsroom.issues[0]!, size)
const first = makeUp(issue)
if (mode !== 'edit') closeWorkshops(shop)
await draw(first)
closePrintShop(shop)
if (mode === 'edit') {
  const costs: { reset: number; whole: number; changed: number }[] = []
  let pages = textsOf(first)
  for (let round = 0; round < edits; round++) {
    issue = edited(issue, round)
    let proof: Proof
    const reset = await cpuOf(() => (proof = makeUp(issue)))
    const whole = reset + await cpuOf(() => draw(proof))
    const before = pages
    pages = textsOf(proof!)
    costs.push({ reset, whole, changed: pages.filter((text, index) => text !== before[index]).length })
  }
  const medianOf = (key: keyof typeof costs[number]) => median(costs.map((cost) => cost[key]))
  console.log(JSON.stringify({ edit: medianOf('whole'), reset: medianOf('reset'), changed: medianOf('changed') }))
}

/** What was worked out is kept from edit to edit, finished pages are not. */
function makeUp(issue: Issue): Proof {
  shop.layouts.clear()
  return proofOf({ kind: 'issue', of: issue.name, language, issue }, shop)
}

function textsOf({ layout }: Proof): string[] {
  return layout.pages.map((page) => JSON.stringify(page))
}

async function draw(proof: Proof): Promise<void> {
  writeFileSync(join(folder, `${engine}.pdf`), (await renderProduct(proof, product, shop)).bytes)
}

/** The issue with a sentence more in the first paragraph of one story. */
function edited(issue: Issue, round: number): Issue {
  const stories = issue.stories.map((story, at) => {
    const article = story.articles.get(language)!
    const first = article.body.children.findIndex((node) => node.type === 'paragraph')
    if (at !== round || first < 0) return story
    const children = article.body.children.map((node, k) => k === first && node.type === 'paragraph'
      ? { ...node, children: [...node.children, { type: 'text' as const, value: editWords(round), position: node.position! }] } : node)
    return { ...story, articles: new Map(story.articles).set(language, { ...article, body: { ...article.body, children } }) }
  })
  return { ...issue, stories }
}
