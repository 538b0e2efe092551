/** Shows a built site on this machine and has the browser load it again when a newer one is there. For `npm start` alone. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream'

/** A running preview. */
export interface Preview {
  /** Where a browser finds it, with a slash at the end. */
  url: string
  /** Shows another folder from now on, and has open pages loaded again. */
  show(folder: string): void
  close(): Promise<void>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.epub': 'application/epub+zip',
}

const news = '/__news'

// Only a preview carries a script, so only here does the page's own rule against scripts have to go.
const listener = `<script>new EventSource('${news}').onmessage = () => location.reload()</script>`

/** Opens a preview of `folder`. Fails when the port is taken. Port 0 takes any free one. */
export async function openPreview(folder: string, { host, port }: { host: string; port: number }): Promise<Preview> {
  const readers = new Set<ServerResponse>()
  let shown = folder
  const server = createServer((request, response) => {
    if (request.url === news) listen(response, readers)
    else void answer(request, response, shown)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    url: urlOf(server, host),
    show(next) {
      shown = next
      for (const reader of readers) reader.write('data: new\n\n')
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function urlOf(server: Server, host: string): string {
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}:${(server.address() as AddressInfo).port}/`
}

function listen(response: ServerResponse, readers: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('\n')
  readers.add(response)
  response.on('close', () => readers.delete(response))
}

async function answer(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const found = await fileFor(folder, request.url ?? '/')
  const file = found ?? join(folder, '404.html')
  const status = found === undefined ? 404 : 200
  const type = types[extname(file)] ?? 'application/octet-stream'
  try {
    const text = extname(file) === '.html' ? toPreviewPage(await readFile(file, 'utf8')) : undefined
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
    if (text !== undefined) response.end(text)
    else pipeline(createReadStream(file), response, () => undefined)
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('404')
  }
}

function toPreviewPage(html: string): string {
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '').replace('</body>', `${listener}</body>`)
}

/** The file that an address asks for; undefined when there is none or when it lies outside the folder. */
async function fileFor(folder: string, url: string): Promise<string | undefined> {
  try {
    const path = normalize(join(folder, decodeURIComponent(new URL(url, 'http://preview').pathname)))
    if (path !== normalize(folder) && !path.startsWith(normalize(folder + sep))) return undefined
    const facts = await stat(path)
    if (facts.isFile()) return path
    const page = join(path, 'index.html')
    return (await stat(page)).isFile() ? page : undefined
  } catch {
    return undefined
  }
}
