import { readFileSync, writeFileSync } from 'node:fs'
import type { Settings } from '../../src/domain/city/city.ts'

const PAGE = 'public/gangguan.html'

type Ways = Pick<Settings, 'emergency' | 'otherWays'>

/**
 * The page for an outage with the city's own ways to report in its list: it is shown when neither
 * program nor database answer, so they are written into it before.
 */
export function outagePage(html: string, { emergency, otherWays }: Ways): string {
  const lines = [
    `Keadaan darurat: telepon <strong>${escaped(emergency.phone)}</strong>.`,
    ...otherWays.map(({ name, how }) => escaped(`${name}: ${how}`)),
  ]
  const list = `<ul>\n${lines.map((line) => `<li>${line}</li>`).join('\n')}\n</ul>`
  if (!/<ul>[\s\S]*<\/ul>/.test(html)) throw new Error(`${PAGE} has no list to fill`)
  return html.replace(/<ul>[\s\S]*<\/ul>/, () => list)
}

/** Writes it with these settings; what is right stays untouched. */
export function writeOutagePage(settings: Ways): void {
  const html = readFileSync(PAGE, 'utf8')
  const next = outagePage(html, settings)
  if (next !== html) writeFileSync(PAGE, next)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
