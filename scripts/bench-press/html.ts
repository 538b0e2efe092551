/** A job as a page for engines that print the web. */
import { pathToFileURL } from 'node:url'
import { family, fontFiles } from './fontFolders.ts'
import { language, readJob } from './job.ts'

export function formatHtml(folder: string): string {
  const { sheet, copy } = readJob(folder)
  const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const element = (name: string, text: string) => text && `<${name}>${escape(text)}</${name}>`
  const stories = copy.map(({ title, deck, byline, picture, caption, blocks }) => [
    element('h1', title), element('em', deck), element('b', byline),
    picture ? `<figure><img src="${picture}" alt="">${element('figcaption', caption)}</figure>` : '',
    ...blocks.map(({ heading, text }) => element(heading ? 'h2' : 'p', text)),
  ].filter(Boolean).join('\n'))
  const [regular, italic, bold, black] = fontFiles().map((file) => pathToFileURL(file).href)
  const face = (file: string | undefined, more: string) => `@font-face { font-family: "${family}"; src: url("${file}"); ${more} }`
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>bench</title><style>
${face(regular, 'font-weight: 400')} ${face(italic, 'font-weight: 400; font-style: italic')} ${face(bold, 'font-weight: 700')} ${face(black, 'font-weight: 800')}
@page { size: ${sheet.trim.width}pt ${sheet.trim.height}pt; margin: ${sheet.margin}pt }
body { margin: 0; columns: ${sheet.columns}; column-gap: 12pt; column-fill: auto; font: ${sheet.body}pt/${sheet.leading}pt "${family}" }
p { margin: 0; text-align: justify; text-indent: 1em; hyphens: auto } h1 { font-weight: 800; line-height: 1.1 }
figure { margin: 0 } img { width: 100% }
</style>${stories.join('\n')}</html>`
}
