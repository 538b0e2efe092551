import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPreview } from '../../src/web/previewServer.ts'
import type { Preview } from '../../src/web/previewServer.ts'

let room: string
let preview: Preview

beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'preview-'))
  await mkdir(join(room, 'site/en'), { recursive: true })
  await writeFile(join(room, 'secret.txt'), 'secret')
  await writeFile(join(room, 'site/en/index.html'), '<meta http-equiv="content-security-policy" content="x"><body>Front</body>')
  await writeFile(join(room, 'site/404.html'), '<body>Nothing here</body>')
  preview = await openPreview(join(room, 'site'), { host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  await preview.close()
  await rm(room, { recursive: true, force: true })
})

/** fetch would tidy the path before it asks. */
function ask(path: string): Promise<{ status: number; text: string; type: string }> {
  return new Promise((resolve, reject) => {
    request(preview.url, { path }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode!, text, type: response.headers['content-type']! }))
    }).on('error', reject).end()
  })
}

test('a folder is shown by its index.html, and waits for news', async () => {
  const { status, text, type } = await ask('/en/')
  expect([status, type]).toEqual([200, 'text/html; charset=utf-8'])
  expect(text).toContain('Front')
  expect(text).toContain('EventSource')
  expect(text).not.toContain('content-security-policy')
})

test('an address that leads nowhere shows 404.html', async () => {
  expect(await ask('/en/nothing')).toMatchObject({ status: 404, text: expect.stringContaining('Nothing here') })
})

test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%00', '/%'])('%s shows nothing from outside the site', async (path) => {
  const { status, text } = await ask(path)
  expect(status).toBe(404)
  expect(text).not.toContain('secret')
})

test('another folder is shown from the moment it is named', async () => {
  await mkdir(join(room, 'newer/en'), { recursive: true })
  await writeFile(join(room, 'newer/en/index.html'), '<body>Newer</body>')
  preview.show(join(room, 'newer'))
  expect((await ask('/en/index.html')).text).toContain('Newer')
})

test('open pages are told when there is something new', async () => {
  const news = await fetch(`${preview.url}__news`)
  const reader = news.body!.getReader()
  await reader.read()
  preview.show(join(room, 'site'))
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('data: new\n\n')
  await reader.cancel()
})

test('a port that is taken is an error that names it', async () => {
  await expect(openPreview(room, { host: '127.0.0.1', port: Number(new URL(preview.url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
