/**
 * What every command shares: its options, its languages, how it speaks and how it ends.
 * Exit 0: done. 1: the copy or the command must be mended. 2: a fault of the program.
 */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { formatDiagnostics, formatSummary, isPublishable, type Format } from '../src/diagnostics/report.ts'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import type { Language } from '../src/languages/language.ts'
import { commandLanguages, translatorFor, type Translate } from '../src/languages/translator.ts'
import { likelyOf } from '../src/newsroom/likely.ts'

/** One npm command. */
export interface Command {
  /** Its name in `npm run <name>`; its help stands in the words as `command.<name>.help`. */
  name: string
  /** Options of its own, beside those that every command has. */
  options?: ParseArgsOptionsConfig
  /** Formats of its own for `--format`, beside those of a report; its value stands in `values.format`. */
  formats?: readonly string[]
  /** Does the work. Answers whether everything is well: true ends with 0, false with 1. Whatever it throws is our fault, and ends with 2. */
  run(call: Call): boolean | Promise<boolean>
}

/** One call of a command. */
export interface Call {
  content: string
  out: string
  format: Format
  quiet: boolean
  /** Language in which the command speaks, or that the editor named with `--language`. */
  language: Language
  /** The language that was asked for by `--language`; undefined when none was. */
  asked?: Language
  t: Translate
  environment: Surroundings['environment']
  /** Values of the command's own options. */
  values: Record<string, string | boolean | (string | boolean)[] | undefined>
  /** Words without dashes. */
  words: string[]
  /** Writes to standard output. */
  print(text: string): void
  /** Shows how far the work has come, on a terminal only; the next line overwrites it. */
  progress(text: string): void
  /** Prints diagnostics in the format that was asked for, and the summary where people read. Files are put into the content folder, or another. */
  report(diagnostics: Diagnostic[], folder?: string): void
}

/** The streams and settings of a process, so that a command can be tried without one. */
export interface Surroundings {
  arguments: string[]
  environment: Record<string, string | undefined>
  output: { write(text: string): unknown; isTTY?: boolean }
  errors: { write(text: string): unknown; isTTY?: boolean; columns?: number }
}

/** What stops a command before or in its work and is the caller's to mend; its message is in the caller's language. */
export class WrongCall extends Error {}

const common: ParseArgsOptionsConfig = {
  content: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  quiet: { type: 'boolean' },
  language: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
}

const formats: Format[] = ['human', 'short', 'json', 'github']

/** Runs a command for this process and sets its exit code. */
export async function runCommand(command: Command): Promise<void> {
  // A reader such as `head` may close the pipe before everything is said; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  process.exitCode = await callCommand(command, {
    arguments: process.argv.slice(2), environment: process.env, output: process.stdout, errors: process.stderr,
  })
}

/** Runs a command and answers its exit code. */
export async function callCommand(command: Command, surroundings: Surroundings): Promise<0 | 1 | 2> {
  const { environment, errors, output } = surroundings
  let t = translatorFor(languageOf(environment))
  const line = progressLine(errors)
  try {
    const call = parseCall(command, surroundings, t, line.show)
    t = call.t
    if (call.values.help === true) {
      output.write(`${t(`command.${command.name}.help`)}\n\n${t('command.options')}\n`)
      return 0
    }
    const isWell = await command.run(call)
    line.clear()
    return isWell ? 0 : 1
  } catch (error) {
    line.clear()
    const told = error instanceof WrongCall ? error.message : diskTrouble(error, t)
    if (told !== undefined) {
      errors.write(`${told}\n`)
      return 1
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    errors.write(`${t('command.fault')}\n\n${trace}\n`)
    return 2
  }
}

/** What a disk that is full, or that may not be written, has to do with the caller; undefined for any other fault. */
function diskTrouble(error: unknown, t: Translate): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '', path = '', syscall } = error as NodeJS.ErrnoException
  if (['ENOSPC', 'EDQUOT'].includes(code)) return t('command.disk.full')
  // Where nothing may be written, Node says of folders on the way that they are not there.
  const isClosed = ['EACCES', 'EPERM', 'EROFS'].includes(code) || (['ENOENT', 'ENOTDIR'].includes(code) && syscall === 'mkdir')
  return isClosed ? t('command.disk.closed', { file: path }) : undefined
}

function parseCall(command: Command, surroundings: Surroundings, before: Translate, progress: (text: string) => void): Call {
  const { environment, output, errors } = surroundings
  const options = { ...common, ...command.options }
  const { values, positionals, tokens } = parseArgs({
    args: surroundings.arguments, options, strict: false, allowPositionals: true, tokens: true,
  })
  const asked = typeof values.language === 'string' ? values.language : undefined
  const language = asked && commandLanguages.includes(asked) ? asked : languageOf(environment)
  const t = asked === language ? translatorFor(language) : before
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = options[token.name]
    if (!option) {
      const likely = likelyOf(token.name, Object.keys(options))
      const key = likely ? 'command.unknownOptionLikely' : 'command.unknownOption'
      throw new WrongCall(t(key, { option: token.rawName, likely: `--${likely}`, name: command.name }))
    }
    const isEmpty = (token.value ?? '') === '' || (!token.inlineValue && token.value?.startsWith('--') === true)
    if (option.type === 'string' && isEmpty) {
      throw new WrongCall(t('command.missingValue', { option: token.rawName }))
    }
    if (option.type === 'boolean' && token.value !== undefined) throw new WrongCall(t('command.noValue', { option: token.rawName }))
  }
  const wanted = String(values.format ?? 'human')
  const known = [...formats, ...command.formats ?? []]
  if (!known.includes(wanted)) throw new WrongCall(t('command.unknownFormat', { format: wanted, known: known.join(', ') }))
  const format = formats.find((each) => each === wanted) ?? 'human'

  const quiet = values.quiet === true
  const content = String(values.content ?? 'content')
  const print = (text: string): void => void output.write(text)
  return {
    content,
    out: String(values.out ?? 'dist'),
    format,
    quiet,
    language,
    ...(asked !== undefined && { asked }),
    t,
    environment,
    values,
    words: positionals,
    print,
    progress: quiet || !errors.isTTY ? () => {} : progress,
    report: (diagnostics, folder = content) => {
      const color = output.isTTY === true && environment.NO_COLOR === undefined
      const text = formatDiagnostics(diagnostics, { format, language, contentFolder: folder, color })
      const isForPeople = format === 'human' || format === 'short'
      if (!quiet || !isForPeople || !isPublishable(diagnostics)) print(text)
      if (isForPeople && !quiet) print(`${formatSummary(diagnostics, language)}\n`)
    },
  }
}

/** Spanish where the terminal speaks it, English everywhere else. The order of the variables is POSIX's. */
function languageOf(environment: Surroundings['environment']): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^es([_.@-]|$)/i.test(locale) ? 'es' : 'en'
}

/** One line of a terminal that is written over and over. */
function progressLine(stream: Surroundings['errors']): { show(text: string): void; clear(): void } {
  let isShown = false
  const clear = (): void => {
    if (isShown) stream.write('\r\u001b[2K')
    isShown = false
  }
  return {
    show: text => {
      clear()
      stream.write(text.slice(0, Math.max(20, (stream.columns ?? 80) - 1)))
      isShown = true
    },
    clear,
  }
}
