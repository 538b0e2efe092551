import { expect, test } from 'vitest'
import { translatorFor } from '../../src/languages/translator.ts'
import { renderTranslationPage } from '../../src/translation/page.ts'
import { toSummary, type InterfaceStatus } from '../../src/translation/status.ts'
import { pairOf, recordOf, statusIn } from './stories.ts'

const record = recordOf(pairOf(['The <depot> has 214 buses.'], ['La terminal tiene 214 buses.']))
const story = statusIn(pairOf(['The <depot> has 241 buses.'], ['La terminal tiene 214 buses.']), record)
const words: InterfaceStatus[] = [{ language: 'es', key: 'web.note', state: 'variables' }]
const page = renderTranslationPage({ stories: [story], interface: words, summary: toSummary([story], 1) }, translatorFor('en'), 'en')

test('the report shows what changed, word by word, beside the translation', () => {
  expect(page).toContain('<del>214</del> <ins>241</ins>')
  expect(page).toContain('<td lang="es">La terminal tiene 214 buses.</td>')
})

test('the report names the words of the interface that are not right', () => {
  expect(page).toContain('<tr><th scope="row">web.note</th><td>other facts are filled in than in English</td></tr>')
  expect(page).toMatch(/<details data-language="es"><summary>Words of the site .* in es: 1 is/)
})

test('the report can be filtered by language without a script, asks for nothing, and takes no copy for markup', () => {
  expect(page).toContain('<input type="radio" name="language" value="es">')
  expect(page).toContain('[data-language]:not([data-language="es"]){display:none}')
  expect(page).not.toMatch(/<script|https?:|<depot>/)
})
