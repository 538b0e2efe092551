/** A plain web server of a folder, with the headers and the compression that the site's own recipes ask for. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A running server. `stop` ends it; `isDown` makes it break off every connection, as a lost network does. */
export interface WebServer {
  home: string
  isDown: boolean
  stop(): Promise<void>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.webp': 'image/webp', '.avif': 'image/avif', '.jpg': 'image/jpeg', '.txt': 'text/plain; charset=utf-8',
}

/** Serves a folder below `/paper/`, because a site must not think that it owns the whole address. */
export async function serve(folder: string): Promise<WebServer> {
  const headers = await readHeaders(folder)
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname).replace(/^\/paper/, '').replace(/\/$/, '/index.html')
    if (running.isDown) {
      request.socket.destroy()
      return
    }
    readFile(join(folder, normalize(path))).then(
      (bytes) => {
        const type = types[extname(path)] ?? 'application/octet-stream'
        const packed = /^text|json|svg/.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']))
        response.writeHead(200, { ...headers, 'content-type': type, ...(packed && { 'content-encoding': 'gzip' }) }).end(packed ? gzipSync(bytes) : bytes)
      },
      () => response.writeHead(404, headers).end('Nothing here'),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const running: WebServer = {
    home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/paper/`,
    isDown: false,
    stop: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
  return running
}

/** The first group of the recipe for Netlify; this server has no certificate, so what asks for one is left out. */
async function readHeaders(folder: string): Promise<Record<string, string>> {
  const [, first = ''] = (await readFile(join(folder, '_headers'), 'utf8')).split(/^\/.*\n/m)
  const rows = first.split('\n').filter(Boolean).map((line) => /^ {2}([^:]+): (.*)$/.exec(line)!.slice(1) as [string, string])
  return Object.fromEntries(rows.map(([name, value]) => [name, value.replace('; upgrade-insecure-requests', '')]))
}
