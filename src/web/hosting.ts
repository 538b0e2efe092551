/** Recipes for whoever puts the site on a server: the headers that make it as private as its pages are. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { headerPolicy } from './policy.ts'
import type { Scripts } from './scripts.ts'

/** A file for a server, relative to the site's folder. */
export interface Recipe {
  file: string
  text: string
}

/** Headers for nginx, Caddy, Netlify and an onion service. They match the built pages, whose script they name by its hash. */
export function toRecipes(scripts: Scripts): Recipe[] {
  const headers: [string, string][] = [
    ['Content-Security-Policy', headerPolicy(scripts)],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), interest-cohort=()'],
  ]
  const secure: [string, string] = ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains; preload']
  const all = [...headers, secure]
  const lasting = 'public, max-age=31536000, immutable'
  // An onion address has no certificate: neither of these would let it be read.
  const plain = headers.map(([name, value]) => [name, value.replace('; upgrade-insecure-requests', '')] as const)
  const nginx = (rows: readonly (readonly [string, string])[]): string => rows.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join('')
  const forever = (rows: readonly (readonly [string, string])[]): string => (
    `location ~ /(assets|pictures)/ {\n  add_header Cache-Control "${lasting}" always;\n${nginx(rows).replace(/^/gm, '  ').trimEnd()}\n}\n`
  )
  return [
    { file: '_headers', text: [
      '/*', ...all.map(([name, value]) => `  ${name}: ${value}`),
      '/assets/*', `  Cache-Control: ${lasting}`, '/pictures/*', `  Cache-Control: ${lasting}`, '',
    ].join('\n') },
    { file: 'hosting/nginx.conf', text: [
      '# Inside the server block of the paper. No log of who reads what:', 'access_log off;', 'gzip on;',
      'gzip_types text/css text/plain application/javascript application/json application/xml image/svg+xml;',
      'error_page 404 /404.html;',
      '# An onion address of the paper, if it has one:', '# add_header Onion-Location "http://ADDRESS.onion$request_uri" always;',
      `${nginx(all)}${forever(all)}`,
    ].join('\n') },
    { file: 'hosting/Caddyfile', text: [
      'YOUR.ADDRESS {', '\troot * dist', '\tencode zstd gzip', '\tfile_server', '\tlog {', '\t\toutput discard', '\t}', '\theader {',
      ...all.map(([name, value]) => `\t\t${name} "${value}"`),
      '\t\t# Onion-Location "http://ADDRESS.onion{uri}"', '\t\t-Server', '\t}',
      '\t@lasting path_regexp /(assets|pictures)/', `\theader @lasting Cache-Control "${lasting}"`, '\thandle_errors {', '\t\trewrite * /404.html',
      '\t\tfile_server', '\t}', '}', '',
    ].join('\n') },
    { file: 'hosting/onion.conf', text: [
      '# In torrc:', '#   HiddenServiceDir /var/lib/tor/paper/', '#   HiddenServicePort 80 127.0.0.1:8080',
      '# In nginx:', 'server {', '  listen 127.0.0.1:8080;', '  root /var/www/paper;', '  access_log off;', '  server_tokens off;', '  error_page 404 /404.html;',
      `${nginx(plain).replace(/^(?=.)/gm, '  ')}${forever(plain).replace(/^(?=.)/gm, '  ')}}`, '',
    ].join('\n') },
  ]
}

/** Writes the recipes below `folder`. */
export async function writeRecipes(scripts: Scripts, folder: string): Promise<void> {
  await mkdir(join(folder, 'hosting'), { recursive: true })
  for (const { file, text } of toRecipes(scripts)) await writeFile(join(folder, file), text)
}
