/** `npm run new -- story "Title"`: a folder ready to be written in. */
import { writeNew, newKinds, type NewKind } from '../src/newsroom/writeNew.ts'
import { readNewsroom } from '../src/newsroom/newsroom.ts'
import { isLanguage } from '../src/languages/names.ts'
import { toSlug } from '../src/newsroom/likely.ts'
import { isSameIssue, numbersOf } from '../src/newsroom/issueName.ts'
import { runCommand, WrongCall, type Call, type Command } from './commandLine.ts'

/** The command `new`. */
export const newCopy: Command = {
  name: 'new',
  options: { issue: { type: 'string' }, date: { type: 'string' } },
  run: call => {
    const { t, content } = call
    const kind = kindOf(call)
    const title = call.words.slice(1).join(' ').trim()
    const newsroom = readNewsroom(content).value
    if (!newsroom) throw new WrongCall(t('command.noContent', { folder: content }))
    const language = call.asked ?? newsroom.paper.languages.find(language => language === call.language) ?? newsroom.paper.languages[0]!
    if (!isLanguage(language)) throw new WrongCall(t('command.new.wrongLanguage', { language }))

    let folder: string
    if (kind === 'issue') folder = `issues/${issueName(title, newsroom.issues.map(issue => issue.name), call)}`
    else {
      const slug = toSlug(title)
      if (title === '') throw new WrongCall(t('command.new.missingTitle', { kind }))
      if (slug === '') throw new WrongCall(t('command.new.noSlug', { title }))
      folder = kind === 'story' ? `${issueFolder(call, newsroom.issues)}/${slug}` : `${parents[kind]}/${slug}`
    }
    const volumeAndNumber = numbersOf(folder.slice(folder.lastIndexOf('/') + 1))
    const written = writeNew(content, { kind, folder, title, language, volumeAndNumber }, t)
    if (written === undefined) throw new WrongCall(t('command.new.exists', { folder: `${content}/${folder}` }))
    call.print(`${t('command.new.made', { file: `${content}/${written}` })}\n${call.quiet ? '' : `${t(`command.new.next.${kind}`)}\n`}`)
    return true
  },
}

const parents = { leaflet: 'leaflets', pamphlet: 'pamphlets', page: 'pages' } as const

function kindOf({ words, t }: Call): NewKind {
  const kind = newKinds.find(kind => kind === words[0])
  if (!kind) throw new WrongCall(t(words[0] === undefined ? 'command.new.missingKind' : 'command.new.unknownKind', { kind: words[0] ?? '' }))
  return kind
}

/** The folder of the issue that was named, or of the newest one. */
function issueFolder({ values, t, content }: Call, issues: { name: string; folder: string }[]): string {
  if (issues.length === 0) throw new WrongCall(t('command.new.noIssue', { folder: content }))
  const wanted = typeof values.issue === 'string' ? values.issue : issues[0]!.name
  const issue = issues.find(issue => isSameIssue(issue.name, wanted))
  if (!issue) throw new WrongCall(t('command.unknownIssue', { issue: wanted, known: issues.map(issue => issue.name).join(', ') }))
  return issue.folder
}

/** The name that was given, or the next number after the newest issue, spelled as its folder is. */
function issueName(wanted: string, names: string[], { t }: Call): string {
  if (wanted === '') {
    const numbers = names[0] === undefined ? undefined : numbersOf(names[0])
    return numbers ? `${String(numbers.volume).padStart(2, '0')}-${String(numbers.number + 1).padStart(2, '0')}` : '01-01'
  }
  if (!numbersOf(wanted)) throw new WrongCall(t('command.new.wrongIssue', { issue: wanted }))
  const twin = names.find(name => isSameIssue(name, wanted))
  return twin ?? wanted
}

if (import.meta.main) await runCommand(newCopy)
