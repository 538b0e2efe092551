/**
 * The report as one HTML page: the board, and every translation paragraph by paragraph, source and translation side by side, with
 * the changed words marked. No script, nothing from elsewhere; it can be filtered by language and printed.
 */
import type { Language } from '../languages/language.ts'
import type { Translate } from '../languages/translator.ts'
import { percentDone } from './board.ts'
import type { InterfaceStatus, SegmentStatus, StoryStatus, TranslationStatus } from './status.ts'
import { diffWords } from './wordDiff.ts'

/** @param language of the page itself */
export function renderTranslationPage({ stories, interface: words }: TranslationStatus, t: Translate, language: Language): string {
  const translations = stories.filter(({ state }) => state !== 'original')
  const languages = [...new Set(translations.map((story) => story.language))]
  const title = t('translation.page.title')
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style(languages)}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<fieldset><legend>${escapeHtml(t('translation.page.language'))}</legend>
${['*', ...languages].map((each, at) => `<label><input type="radio" name="language" value="${escapeHtml(each)}"${at === 0 ? ' checked' : ''}> ${escapeHtml(each === '*' ? t('translation.page.all') : each)}</label>`).join('\n')}
</fieldset>
${renderBoard(translations, t)}
${renderInterface(words, t)}
${translations.map((story, at) => renderStory(story, at, t)).join('\n')}
</body>
</html>
`
}

function renderBoard(stories: readonly StoryStatus[], t: Translate): string {
  const head = ['story', 'way', 'state', 'done', 'left'].map((column) => `<th scope="col">${escapeHtml(t(`translation.page.${column}`))}</th>`).join('')
  const rows = stories.map((story, at) => `<tr data-language="${escapeHtml(story.language)}" class="${story.state}"><th scope="row"><a href="#t${at}">${escapeHtml(story.folder)}</a></th>` +
    `<td>${escapeHtml(`${story.source} → ${story.language}`)}</td><td>${escapeHtml(t(`translation.state.${story.state}`))}</td>` +
    `<td><meter min="0" max="100" value="${percentDone(story)}"></meter> ${percentDone(story)} %</td><td>${story.wordsLeft}</td></tr>`)
  return `<table class="board"><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

function renderInterface(findings: readonly InterfaceStatus[], t: Translate): string {
  return [...new Set(findings.map((finding) => finding.language))].map((language) => {
    const own = findings.filter((finding) => finding.language === language)
    const rows = own.map(({ key, state }) => `<tr><th scope="row">${escapeHtml(key)}</th><td>${escapeHtml(t(`translation.interface.${state}`))}</td></tr>`)
    return `<details data-language="${escapeHtml(language)}"><summary>${escapeHtml(t('translation.interface.title', { language, count: own.length }))}</summary>` +
      `<table><tbody>\n${rows.join('\n')}\n</tbody></table></details>`
  }).join('\n')
}

function renderStory(story: StoryStatus, at: number, t: Translate): string {
  const body = story.state === 'missing' ? '' : story.segments.map((segment) => renderParagraph(segment, story, t)).join('\n')
  return `<section id="t${at}" data-language="${escapeHtml(story.language)}">
<h2>${escapeHtml(story.title)} <small>${escapeHtml(`${story.file} · ${t(`translation.state.${story.state}`)}`)}</small></h2>
${body === '' ? '' : `<table><tbody>\n${body}\n</tbody></table>`}
</section>`
}

function renderParagraph(segment: SegmentStatus, story: StoryStatus, t: Translate): string {
  const { state, change, reasons, findings, oldSource, source, target, number } = segment
  const isQuiet = state === 'current' && change === null && findings.length === 0
  const said = isQuiet ? '' : [
    t(`translation.segment.${state}`),
    ...(change === null || state === 'removed' ? [] : [t(`translation.change.${change}`)]),
    ...reasons.map((reason) => t(`translation.reason.${reason}`)),
    ...findings.map(({ check, detail }) => `${check}: ${detail}`),
  ].map((line) => `<p>${escapeHtml(line)}</p>`).join('')
  const ours = oldSource === null ? escapeHtml(source) : renderDiff(oldSource, source)
  return `<tr class="${isQuiet ? 'quiet' : state}"><th scope="row">${number}</th><td lang="${escapeHtml(story.source)}">${ours}</td>` +
    `<td lang="${escapeHtml(story.language)}">${escapeHtml(target)}</td><td>${said}</td></tr>`
}

function renderDiff(before: string, after: string): string {
  const tags = { same: '', removed: 'del', added: 'ins' } as const
  return diffWords(before.split(' '), after.split(' ')).map(({ type, words }) => {
    const text = escapeHtml(words.join(' '))
    return type === 'same' ? text : `<${tags[type]}>${text}</${tags[type]}>`
  }).join(' ')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]!)
}

function style(languages: readonly Language[]): string {
  const filters = languages.map((language) =>
    `body:has(input[value="${language}"]:checked) [data-language]:not([data-language="${language}"]){display:none}`).join('')
  return 'body{font:16px/1.45 system-ui,sans-serif;margin:1rem auto;max-width:75rem;padding:0 1rem;color:#1a1a1a;background:#fff}' +
    'table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #ccc}' +
    'section td{width:33%;overflow-wrap:anywhere}section p{margin:0}small{font-weight:400;color:#555}fieldset{border:1px solid #ccc;margin:0 0 1rem}label{margin-right:1rem}' +
    'del{background:#fbdada}ins{background:#d5f0d8;text-decoration:none;font-weight:600}.stale>th,.untranslated>th,.removed>th,.missing>th{border-left:.3rem solid #b3261e}' +
    '.suspect>th,.draft>th{border-left:.3rem solid #9a6700}.quiet{color:#555}' +
    `@media(max-width:45rem){section td,section th{display:block;width:auto;border:0}section tr{display:block;border-bottom:1px solid #ccc}}` +
    `@media print{fieldset{display:none}section{break-before:page}.quiet{display:none}}${filters}`
}
