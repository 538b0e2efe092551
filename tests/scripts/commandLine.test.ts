import { describe, expect, test } from 'vitest'
import { WrongCall, type Call, type Command } from '../../scripts/commandLine.ts'
import { call } from './process.ts'

function command(run: (call: Call) => boolean = () => true): Command {
  return { name: 'check', options: { fix: { type: 'boolean' } }, run }
}

describe('every command', () => {
  test('ends with 0 when all is well, 1 when the copy must be mended', async () => {
    expect((await call(command(() => true), [])).code).toBe(0)
    expect((await call(command(() => false), [])).code).toBe(1)
  })

  test('takes the shared options, with their defaults', async () => {
    const calls: Call[] = []
    const keep = command(one => calls.push(one) > 0)
    await call(keep, [])
    await call(keep, ['--content', 'a', '--out=b', '--format', 'json', '--quiet', '--language', 'es', '--fix', 'word'])
    expect(calls[0]).toMatchObject({ content: 'content', out: 'dist', format: 'human', quiet: false, language: 'en', words: [] })
    expect(calls[0]!.asked).toBeUndefined()
    expect(calls[1]).toMatchObject({ content: 'a', out: 'b', format: 'json', quiet: true, language: 'es', asked: 'es', words: ['word'], values: { fix: true } })
  })

  test.each([
    [{ LANG: 'es_MX.UTF-8' }, 'es'], [{ LANG: 'en_US.UTF-8' }, 'en'], [{ LANG: 'est_EE' }, 'en'], [{}, 'en'],
    [{ LANG: 'en_US', LC_ALL: 'es' }, 'es'], [{ LANG: 'es', LC_MESSAGES: 'C' }, 'en'],
  ])('speaks as the terminal does: %j', async (environment, language) => {
    let spoken = ''
    await call(command(({ language }) => (spoken = language) !== ''), [], { environment })
    expect(spoken).toBe(language)
  })

  test('keeps a language of the copy apart from the one it speaks', async () => {
    let one: Call | undefined
    await call(command(each => (one = each) !== undefined), ['--language', 'hi'], { environment: { LANG: 'es' } })
    expect(one).toMatchObject({ language: 'es', asked: 'hi' })
  })

  test.each([
    [['--contnt', 'a'], '--contnt is not an option of this command. Did you mean --content? See: npm run check -- --help\n'],
    [['--zzzzzzzz'], '--zzzzzzzz is not an option of this command. See: npm run check -- --help\n'],
    [['--content'], '--content needs a value after it.\n'],
    [['--content', '--quiet'], '--content needs a value after it.\n'],
    [['--out='], '--out needs a value after it.\n'],
    [['--quiet=yes'], '--quiet takes no value.\n'],
    [['--format', 'xml'], '“xml” is not a format. Choose one of: human, short, json, github.\n'],
    [['--language', 'es', '--qiet'], '--qiet no es una opción de este comando. ¿Quiso decir --quiet? Vea: npm run check -- --help\n'],
  ])('answers a wrong call in plain words: %j', async (args, errors) => {
    expect(await call(command(() => { throw new Error('was run') }), args)).toEqual({ code: 1, output: '', errors })
  })

  test('has a help text, and does nothing else then', async () => {
    const { code, output } = await call(command(() => { throw new Error('was run') }), ['--help'])
    expect(code).toBe(0)
    expect(output).toContain('npm run check -- [--fix]')
    expect(output).toContain('--content DIR')
  })

  test('says when a fault is ours, ends with 2, and shows the trace', async () => {
    const { code, output, errors } = await call(command(() => { throw new Error('off by one') }), [])
    expect(code).toBe(2)
    expect(output).toBe('')
    expect(errors).toMatch(/^This is a fault in the program, not in your article\. Nothing was changed\./)
    expect(errors).toContain('off by one')
  })

  test('says what the caller can mend without a trace, and ends with 1', async () => {
    expect(await call(command(() => { throw new WrongCall('No such issue.') }), [])).toEqual({ code: 1, output: '', errors: 'No such issue.\n' })
  })

  test.each([
    ['ENOSPC', 'write', 'The disk is full: the work could not be finished.'],
    ['EDQUOT', 'write', 'The disk is full'],
    ['EACCES', 'open', '/out/dist cannot be opened or written: it is not yours to change, or its disk can only be read.'],
    ['EROFS', 'open', '/out/dist cannot be opened or written'],
    ['EPERM', 'rename', '/out/dist cannot be opened or written'],
    ['ENOENT', 'mkdir', '/out/dist cannot be opened or written'],
  ])('does not call trouble with the disk a fault of its own: %s', async (code, syscall, words) => {
    const trouble = Object.assign(new Error(`${code}: not now`), { code, syscall, path: '/out/dist' })
    const { code: exit, errors } = await call(command(() => { throw trouble }), [])
    expect([exit, errors]).toEqual([1, expect.stringContaining(words)])
    expect(errors).not.toContain('fault in the program')
  })

  test('does call a file of the program that is not there its own fault', async () => {
    expect((await call(command(() => { throw Object.assign(new Error('gone'), { code: 'ENOENT', syscall: 'open' }) }), [])).code).toBe(2)
  })
})

describe('progress', () => {
  const busy = command(({ progress, print }) => {
    progress('Reading a folder with a name that is longer than the terminal is wide')
    progress('Half')
    print('done\n')
    return true
  })

  test('is one line of a terminal, written over and gone at the end', async () => {
    const { errors } = await call(busy, [], { isTTY: true })
    expect(errors.split('\r\u001b[2K')).toEqual(['Reading a folder with a name that is lo', 'Half', ''])
  })

  test('is silent in a pipe and when quiet', async () => {
    expect((await call(busy, [])).errors).toBe('')
    expect((await call(busy, ['--quiet'], { isTTY: true })).errors).toBe('')
  })
})

describe('a report', () => {
  const warns = command(({ report }) => {
    report([{ id: 'html/tag', place: { file: 'a.md' }, params: { tag: 'b' } }])
    return true
  })

  test('is coloured on a terminal that wants it', async () => {
    expect((await call(warns, [], { isTTY: true })).output).toContain('\u001b[33mwarning')
    expect((await call(warns, [], { isTTY: true, environment: { NO_COLOR: '1' } })).output).not.toContain('\u001b[')
  })

  test('is silent about warnings when quiet, but not as json', async () => {
    expect((await call(warns, ['--quiet'])).output).toBe('')
    expect(JSON.parse((await call(warns, ['--quiet', '--format', 'json'])).output).summary.warnings).toBe(1)
  })
})
