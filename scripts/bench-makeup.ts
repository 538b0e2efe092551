/**
 * `npm run bench:makeup`: makes up the sample's newest issue and eight generated ones in both languages, and prints how often
 * each of the art director's rules is broken.
 */
import { resolve } from 'node:path'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { picturesOf } from '../src/newsroom/picturesOf.ts'
import { openPictures } from '../src/pictures/pictures.ts'
import { artRules, judgePages, type ArtRule } from '../src/print/makeup/artDirection.ts'
import { layOutIssue, openPrintShop } from '../src/print/print.ts'
import { runCommand, WrongCall, type Command } from './commandLine.ts'
import { generateIssue } from './generatedIssue.ts'

/** Pages and stories of the generated issues: from long reads to a page of briefs. */
const mixes = [
  { pages: 4, stories: 7 }, { pages: 4, stories: 20 }, { pages: 8, stories: 5 }, { pages: 8, stories: 14 },
  { pages: 12, stories: 20 }, { pages: 16, stories: 26 }, { pages: 16, stories: 70 }, { pages: 24, stories: 15 },
]

const benchMakeup: Command = {
  name: 'bench:makeup',
  run: async (call) => {
    const newsroom = readNewsroom(call.content).value
    const sample = newsroom?.issues[0]
    if (!newsroom || !sample) throw new WrongCall(call.t('command.noContent', { folder: call.content }))
    const pictures = await openPictures(resolve(call.content), picturesOf(newsroom), resolve(`${call.out}.cache`))
    const shop = openPrintShop(newsroom.paper, pictures.value!)
    const issues = [sample, ...mixes.map((mix, index) => generateIssue(sample, mix, index + 1))]
    const rows = issues.flatMap((issue) => newsroom.paper.languages.map((language) => {
      const before = process.cpuUsage()
      const { value: layout, diagnostics } = layOutIssue(issue, language, shop)
      const { user, system } = process.cpuUsage(before)
      const judged = judgePages(layout!.pages)
      const sum = (rule: ArtRule) => judged.reduce((total, { broken }) => total + broken[rule], 0)
      return {
        issue: issue.name, language, pages: layout!.pages.length, stories: issue.stories.filter((story) => story.articles.has(language)).length,
        'overset lines': layout!.overset.reduce((total, { lines }) => total + lines, 0),
        'least %': Math.round(100 * layout!.least),
        'other page': diagnostics.filter((each) => each.id === 'print/other-page').length,
        'empty %': Number((100 * judged.reduce((total, { empty }) => total + empty, 0) / judged.length).toFixed(1)),
        'CPU s': Number(((user + system) / 1e6).toFixed(2)),
        ...Object.fromEntries((Object.keys(artRules) as ArtRule[]).map((rule) => [rule, sum(rule) || '·'])),
      }
    }))
    console.table(rows)
    return true
  },
}

if (import.meta.main) await runCommand(benchMakeup)
