import { build, patterns } from '../../src/paths.ts'
import { LANGUAGES, SOURCE } from '../../src/words/language.ts'
import { formIn } from '../support/forms.ts'
import { type Answer, ask, cookieOf } from '../support/http.ts'
import { faultless, largest, type Row } from './row.ts'
import type { Stage } from './stage.ts'

const KB = 1024

function whole({ headerBytes, bodyBytes }: Answer): number {
  return headerBytes + bodyBytes
}

/** Addresses that a page makes a browser fetch, icons and images included. */
function fetched(html: string, kind: 'script' | 'other'): string[] {
  const tags = html.match(/<(?:script|link|img|iframe)\b[^>]*>/g) ?? []
  return tags.flatMap((tag) => {
    const address = /\s(?:src|href)="?([^"\s>]+)/.exec(tag)?.[1]
    const loads = !tag.startsWith('<link') || /rel="?(?:icon|stylesheet|preload|manifest)/.test(tag)
    if (!address || !loads || address.startsWith('data:')) return []
    return tag.startsWith('<script') === (kind === 'script') ? [address] : []
  })
}

const WORDS = {
  isi: 'Lampu jalan di depan SDN 002 padam sudah sembilan hari, gelap sekali kalau malam.',
  judul: 'Lampu jalan padam di depan SDN 002',
  nama: 'Siti Rahmah',
  kontak_email: 'siti@contoh.id',
}

export interface Journey {
  form: Answer
  receipt: Answer
  status: Answer
  /** Address of the status page. */
  path: string
  /** Bytes of the POST that are not the reporter's words. */
  overhead: number
}

/** Files by the form as it came and opens the status page, as a person would. */
export async function travel({ url }: Stage): Promise<Journey> {
  const form = await ask(url + patterns.report)
  const fields = formIn(form.text, patterns.report)
  fields.set('tanggal', new Date().toISOString().slice(0, 10))
  for (const [name, text] of Object.entries(WORDS)) fields.set(name, text)
  const body = fields.toString()
  const receipt = await ask(url + patterns.report, { method: 'POST', body })
  const number = /class="ref">([^<]+)</.exec(receipt.text)?.[1]
  if (receipt.status !== 200 || !number) throw new Error(`filing answers ${receipt.status}`)
  const path = build('status', { nomor: number })
  const status = await ask(url + path, { cookie: cookieOf(receipt) })
  const said = Object.values(WORDS).map((text) => new URLSearchParams({ a: text }).toString())
  const words = said.reduce((sum, text) => sum + text.length - 'a='.length, 0)
  const head = [
    `POST ${patterns.report} HTTP/1.1`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
  ]
  return {
    form,
    receipt,
    status,
    path,
    overhead: body.length - words + head.join('\r\n').length + 4,
  }
}

/** What a phone pays for: the form, filing, the journey, the scripts. */
export async function journeyRows(stage: Stage): Promise<Row[]> {
  const { url, city } = stage
  const home = await ask(url + patterns.home)
  const { form, receipt, status, overhead } = await travel(stage)
  const needed = [...new Set(fetched(form.text, 'other'))]
  const icons = await Promise.all(needed.map((path) => ask(new URL(path, url).href)))
  const icon = icons.reduce((sum, answer) => sum + whole(answer), 0)
  const others = Object.keys(LANGUAGES).filter((language) => language !== SOURCE)
  const translated = await Promise.all(
    others.map(async (where) => ({
      measured: whole(await ask(url + patterns.report, { cookie: chosen(where).slice(2) })) + icon,
      where,
    })),
  )
  const track = await ask(url + patterns.track)
  const pages = [home, form, receipt, status, track]
  // what stands after the # asks for nothing of its own
  const asked = pages.flatMap(({ text }) => fetched(text, 'script'))
  const named = [...new Set(asked.map((path) => path.replace(/#.*/, '')))]
  const scripts = await Promise.all(named.map((path) => ask(new URL(path, url).href)))
  const bodies = scripts.reduce((sum, answer) => sum + answer.bodyBytes, 0)
  const journey = [home, form, receipt, status, ...icons, ...scripts]
  const choices = [
    ...city.areas.filter(({ parentId }) => parentId !== null),
    ...city.categories.filter(({ active }) => active),
    ...city.agencies.filter(({ active }) => active),
  ]
  return [
    {
      ...{ what: 'form, first visit: page, icon and their headers', limit: 8000, unit: 'bytes' },
      measured: whole(form) + icon,
      where: `page ${form.bodyBytes}, headers ${form.headerBytes}, icon ${icon}`,
    },
    largest(
      { what: 'form in other languages: page and icon', limit: 8000, unit: 'bytes' },
      translated,
    ),
    {
      ...{ what: 'form, first visit: requests', limit: 2, unit: 'requests' },
      measured: 1 + needed.length,
    },
    faultless(
      `choices that the form lacks (of ${choices.length})`,
      choices.filter(({ id }) => !form.text.includes(`value="${id}"`)).map(({ name }) => name),
    ),
    {
      ...{ what: 'POST that files, up, beyond the words', limit: 600, unit: 'bytes' },
      measured: overhead,
    },
    {
      ...{ what: 'POST that files, down: the receipt', limit: 4 * KB, unit: 'bytes' },
      measured: receipt.bodyBytes,
    },
    {
      ...{ what: 'home, form, receipt, status, icon, scripts, headers', limit: 24_000 },
      ...{ unit: 'bytes', measured: journey.reduce((sum, answer) => sum + whole(answer), 0) },
    },
    {
      ...{ what: 'scripts of citizen pages, all together', limit: 10 * KB, unit: 'bytes' },
      ...{ measured: bodies, where: named.join(' ') },
    },
    faultless(
      'scripts that are named and not there',
      scripts.filter((answer) => answer.status !== 200).map((answer) => answer.url),
    ),
  ]
}

/** What a browser that chose a language sends besides. */
function chosen(language: string): string {
  return language === SOURCE ? '' : `; __Host-bahasa=${language}`
}

/** The keyed page in every state and language, its text, and what it costs when nothing changed. */
export async function statusRows(stage: Stage): Promise<Row[]> {
  const pages: { measured: number; where: string }[] = []
  const texts: { measured: number; where: string }[] = []
  const changed: string[] = []
  for (const [state, one] of Object.entries(stage.cases)) {
    const session = await stage.reporter(one)
    const address = stage.url + build('status', { nomor: one.reference })
    for (const language of Object.keys(LANGUAGES)) {
      const where = `${state} in ${language}`
      const cookie = session + chosen(language)
      const page = await ask(address, { cookie })
      const text = await ask(address, { cookie, headers: { Accept: 'text/plain' } })
      const known = { 'If-None-Match': page.header('etag') ?? '' }
      const again = await ask(address, { cookie, headers: known })
      pages.push({ measured: page.bodyBytes, where })
      texts.push({ measured: Buffer.byteLength(text.text), where })
      if (again.status !== 304 || again.bodyBytes > 0) changed.push(`${where}: ${again.status}`)
    }
  }
  return [
    largest({ what: 'status page', limit: 4 * KB, unit: 'bytes' }, pages),
    largest({ what: 'status as text/plain', limit: 300, unit: 'bytes' }, texts),
    faultless('status pages sent again unchanged', changed),
  ]
}

/** What stands on other sites, and the desk. */
export async function otherRows(stage: Stage): Promise<Row[]> {
  const { url, agency, staff, cases } = stage
  const slug = agency.slug
  const script = await ask(url + patterns.widgetScript)
  const badge = await ask(url + build('badge', { slug }))
  const frame = await ask(url + build('frame', { slug }))
  const cookies = [script, badge, frame].flatMap((answer) => answer.cookies)
  const address = `${url}${build('caseFile', { nomor: cases.taken.reference })}?dari=opd`
  const desk = await ask(address, { cookie: staff.liaison })
  const rows = desk.text.match(/\?dari=opd"/g)?.length
  return [
    {
      ...{ what: 'widget: script', measured: script.bodyBytes, limit: 4 * KB, unit: 'bytes' },
    },
    { what: 'widget: badge', measured: badge.bodyBytes, limit: 2 * KB, unit: 'bytes' },
    { what: 'widget: frame', measured: frame.bodyBytes, limit: 4 * KB, unit: 'bytes' },
    faultless('widget: cookies', cookies),
    {
      ...{ what: 'desk: queue with a case open', measured: desk.bodyBytes, limit: 14 * KB },
      ...{ unit: 'bytes', where: `${rows ?? '?'} rows` },
    },
  ]
}
