/** A paper of ten thousand translated files: how long the board takes when nothing has changed, and when one file has. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStory } from '../../src/newsroom/readStory.ts'
import { readPaper } from '../../src/newsroom/readPaper.ts'
import { confirm } from '../../src/translation/done.ts'
import { recordFileOf, writeRecord } from '../../src/translation/record.ts'

const storiesInAnIssue = 20

export interface BoardCost {
  what: string
  /** Of the whole process, user and system. */
  cpuSeconds: number
  memoryMB: number
}

/** Writes a paper of so many Markdown files in two languages, every third story with a record, and measures the command over it. */
export function measureLargePaper(files: number): BoardCost[] {
  const root = mkdtempSync(join(tmpdir(), 'large-paper-'))
  try {
    const content = join(root, 'content')
    writePaper(content, files / 2)
    const board = (what: string): BoardCost => ({ what, ...costOf(['--content', content, '--out', join(root, 'dist'), '--quiet']) })
    const first = board(`${files} files, the first time`)
    const again = median(() => board('nothing changed'))
    let story = 0
    const changed = median(() => {
      appendFileSync(join(content, `issues/1-07/story-${story++}/en.md`), '\nThe canteen of the depot is closed on Monday.\n')
      return board('one file changed')
    })
    return [first, again, changed]
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** The middle one of three, by its time. */
function median(measure: () => BoardCost): BoardCost {
  return [measure(), measure(), measure()].sort((a, b) => a.cpuSeconds - b.cpuSeconds)[1]!
}

function writePaper(content: string, stories: number): void {
  mkdirSync(content, { recursive: true })
  writeFileSync(join(content, 'paper.yaml'), 'name: { en: Red Flag, es: Bandera Roja }\nlanguages: [en, es]\n')
  const paper = readPaper(content).value!
  for (let at = 0; at < stories; at++) {
    const number = Math.floor(at / storiesInAnIssue)
    const issue = `issues/${Math.floor(number / 50) + 1}-${String(number % 50).padStart(2, '0')}`
    const folder = `${issue}/story-${at % storiesInAnIssue}`
    mkdirSync(join(content, folder), { recursive: true })
    if (at % storiesInAnIssue === 0) writeFileSync(join(content, issue, 'issue.yaml'), 'date: 2026-11-15\n')
    writeFileSync(join(content, folder, 'en.md'), page(at, 'en'))
    writeFileSync(join(content, folder, 'es.md'), page(at, 'es'))
    if (at % 3 !== 0) continue
    const story = readStory(content, folder, paper).value!
    writeRecord(content, recordFileOf(story.articles.get('es')!), confirm(story, 'es', undefined)!.record)
  }
}

const sentences = {
  en: ['The depot has %d buses and two yards.', 'In the canteen a mechanic reads the new timetable aloud.', 'Nobody is paid for the hour that the buses stand with their engines running.', 'On Monday the night shift votes on the list.', 'The company says that there is no money.', 'We took the question to every line.'],
  es: ['La terminal tiene %d buses y dos patios.', 'En el comedor un mecánico lee en voz alta el nuevo horario.', 'Nadie cobra la hora que los buses pasan con el motor encendido.', 'El lunes el turno de noche vota la lista.', 'La empresa dice que no hay dinero.', 'Llevamos la pregunta a cada línea.'],
}

/** Twelve paragraphs of three sentences; the same story always reads the same. */
function page(at: number, language: 'en' | 'es'): string {
  const said = sentences[language]
  const sentence = (n: number): string => said[n % said.length]!.replace('%d', String(100 + (n * 37) % 900))
  const paragraphs = Array.from({ length: 12 }, (_, n) => [0, 1, 2].map((each) => sentence(at + n * 5 + each * 7)).join(' '))
  const title = language === 'en' ? `Story ${at}` : `Historia ${at}`
  return `---\ntitle: ${title}\ndate: 2026-11-${String(1 + (at % 28)).padStart(2, '0')}\n${language === 'es' ? 'from: en\n' : ''}---\n\n${paragraphs.join('\n\n')}\n`
}

/** Runs the command as `npm run translations` does, and asks the process itself what it took. */
function costOf(words: string[]): Omit<BoardCost, 'what'> {
  const scripts = join(import.meta.dirname, '..')
  const last = "process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write(JSON.stringify([userCPUTime + systemCPUTime, maxRSS])) })"
  const measured = `data:text/javascript,${encodeURIComponent(last)}`
  const told = execFileSync('bash', ['-c', '"$0" "$@" 2>&1 >/dev/null', process.execPath, '--import', join(scripts, 'compileCache.mjs'), '--import', measured, join(scripts, 'translations.ts'), ...words], { encoding: 'utf8' })
  const [microseconds, kilobytes] = JSON.parse(told.slice(told.lastIndexOf('['))) as [number, number]
  return { cpuSeconds: microseconds / 1e6, memoryMB: kilobytes / 1000 }
}
