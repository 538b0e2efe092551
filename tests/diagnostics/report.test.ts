import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { countDiagnostics, formatDiagnostics, formatSummary, isPublishable, sortDiagnostics, type ReportOptions } from '../../src/diagnostics/report.ts'

const at = (file: string, line: number, column = 1): Diagnostic['place'] => ({ file, start: { line, column } })
const twice: Diagnostic = { id: 'issue/story-twice', place: at('issues/17-01/issue.yaml', 9, 5), params: { story: 'strike' }, related: at('issues/17-01/issue.yaml', 7, 5) }
const tag: Diagnostic = { id: 'html/tag', place: at('issues/17-01/a/en.md', 12, 3), params: { tag: 'b' } }
const year: Diagnostic = { id: 'text/year', place: at('issues/17-01/a/en.md', 4), params: { year: '1917.' } }
const options: ReportOptions = { format: 'human', language: 'en', contentFolder: 'content' }

describe('a report', () => {
  test('for people: the place, what is wrong, what to do, the id', () => {
    expect(formatDiagnostics([twice], options)).toBe([
      'content/issues/17-01/issue.yaml:9:5  error  “strike” stands in the list twice.',
      '    Fix: keep one of the two (content/issues/17-01/issue.yaml:7:5 is the other).',
      '    [issue/story-twice]',
      '',
    ].join('\n'))
  })

  test('for people who read Spanish', () => {
    expect(formatDiagnostics([tag], { ...options, language: 'es' })).toBe([
      'content/issues/17-01/a/en.md:12:3  aviso  La etiqueta HTML <b> se quita; su texto queda.',
      '    Qué hacer: escríbalo en Markdown, por ejemplo **negrita** o *cursiva*.',
      '    [html/tag]',
      '',
    ].join('\n'))
  })

  test('short: one line each', () => {
    expect(formatDiagnostics([twice, tag], { ...options, format: 'short' })).toBe(
      'content/issues/17-01/a/en.md:12:3 warning The HTML tag <b> is removed; its text stays. [html/tag]\n'
      + 'content/issues/17-01/issue.yaml:9:5 error “strike” stands in the list twice. [issue/story-twice]\n')
  })

  test('json: the document of the contract', () => {
    const report = JSON.parse(formatDiagnostics([tag, twice], { ...options, format: 'json' }))
    expect(report.diagnostics[0]).toEqual({
      id: 'html/tag', severity: 'warning', file: 'content/issues/17-01/a/en.md', line: 12, column: 3,
      message: 'The HTML tag <b> is removed; its text stays.', fix: 'write it in Markdown, such as **bold** or *italic*.',
    })
    expect(report.summary).toMatchObject({ errors: 1, warnings: 1 })
    expect(JSON.parse(formatDiagnostics([], { ...options, format: 'json' })).diagnostics).toEqual([])
  })

  test('github: annotations with escaped marks', () => {
    const strange: Diagnostic = { ...tag, place: at('a,b:c.md', 1), params: { tag: '100%' } }
    expect(formatDiagnostics([strange], { ...options, format: 'github' })).toMatch(
      /^::warning file=content\/a%2Cb%3Ac\.md,line=1,col=1,title=html\/tag::The HTML tag <100%25> is removed/)
  })

  test('color only when asked', () => {
    expect(formatDiagnostics([twice], options)).not.toContain('\u001b')
    expect(formatDiagnostics([twice], { ...options, color: true })).toContain('\u001b[31merror')
  })

  test('the content folder is named as it was given', () => {
    const short = (contentFolder: string): string => formatDiagnostics([tag], { ...options, format: 'short', contentFolder }).split(' ')[0]!
    expect(short('../papers/mine/')).toBe('../papers/mine/issues/17-01/a/en.md:12:3')
    expect(short('.')).toBe('issues/17-01/a/en.md:12:3')
    expect(short('C:\\paper')).toBe('C:/paper/issues/17-01/a/en.md:12:3')
  })

  test('findings are sorted by file and line, and each stands once', () => {
    expect(sortDiagnostics([twice, tag, year, tag])).toEqual([year, tag, twice])
    expect(countDiagnostics([tag, tag, twice, year])).toEqual({ errors: 1, warnings: 1, hints: 1 })
  })

  test('only errors keep the copy from being published', () => {
    expect(isPublishable([tag, year])).toBe(true)
    expect(isPublishable([tag, twice])).toBe(false)
  })

  test.each([
    [[], 'en', '✔ Nothing is wrong with the copy.'],
    [[twice], 'en', '✖ 1 error.'],
    [[twice, { ...twice, place: at('b', 1) }, tag], 'en', '✖ 2 errors, ⚠ 1 warning.'],
    [[twice, tag, year], 'es', '✖ 1 error, ⚠ 1 aviso, · 1 nota.'],
  ])('the summary of %#', (diagnostics, language, summary) => {
    expect(formatSummary(diagnostics as Diagnostic[], language)).toBe(summary)
  })
})
