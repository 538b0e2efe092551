/** The site map for search engines. It needs absolute addresses, so only a paper with a `url` has one. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toPublicUrl } from './address.ts'
import type { SitePage } from './site.ts'

/** Writes sitemap.xml into `folder`. */
export async function writeSitemap(pages: SitePage[], site: string, folder: string): Promise<void> {
  await writeFile(join(folder, 'sitemap.xml'), toSitemap(pages, site))
}

/** Every page that has something of its own, with its translations. Source: sitemaps.org 0.9 with xhtml:link alternates. */
export function toSitemap(pages: SitePage[], site: string): string {
  const own = pages.filter(({ subject }) => subject.kind !== 'untranslated' && subject.kind !== 'notFound')
  const byKey = new Map<string, SitePage[]>()
  for (const page of own) byKey.set(page.key, [...(byKey.get(page.key) ?? []), page])
  const urls = own.map((page) => {
    const versions = byKey.get(page.key)!
    const links = versions.length < 2 ? [] : versions.map(({ language, address }) => (
      `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(toPublicUrl(site, address)!)}"/>`
    ))
    return `<url><loc>${escapeXml(toPublicUrl(site, page.address)!)}</loc>${links.join('')}</url>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
