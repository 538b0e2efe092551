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
  const headersOf = await readHeaders(folder)
  const packedFiles = new Map<string, Buffer>()
  const pack = (path: string, bytes: Buffer): Buffer => {
    const packed = packedFiles.get(path) ?? gzipSync(bytes, { level: 9 })
    packedFiles.set(path, packed)
    return packed
  }
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
        const headers = { ...headersOf(path), 'content-type': type, ...(packed && { 'content-encoding': 'gzip' }) }
        response.writeHead(200, headers).end(packed ? pack(path, bytes) : bytes)
      },
      () => response.writeHead(404, headersOf(path)).end('Nothing here'),
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

/** The recipe for Netlify: headers for paths that begin like this. This server has no certificate, so what asks for one is left out. */
async function readHeaders(folder: string): Promise<(path: string) => Record<string, string>> {
  const groups = (await readFile(join(folder, '_headers'), 'utf8')).split(/^(?=\/)/m).map((group) => {
    const [start = '', ...lines] = group.split('\n').filter(Boolean)
    const rows = lines.map((line) => /^ {2}([^:]+): (.*)$/.exec(line)!.slice(1) as [string, string])
    return { start: start.replace('*', ''), rows: rows.map(([name, value]) => [name, value.replace('; upgrade-insecure-requests', '')] as const) }
  })
  return (path) => Object.fromEntries(groups.filter(({ start }) => path.startsWith(start)).flatMap(({ rows }) => rows))
}
