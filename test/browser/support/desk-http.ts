import { inject } from 'vitest'
import { fetchSite, siteUrl } from './site.ts'

/** What a person does by the desk's forms, without a browser: to bring a case where one is to look. */
export interface Hand {
  send: (path: string, fields: Record<string, string>) => Promise<Response>
  /** One step of a case, at the version that it stands at. */
  take: (nomor: string, noun: string, fields?: Record<string, string>) => Promise<void>
}

export async function handOf(mailbox: string): Promise<Hand> {
  const sandi = inject('staffPassword')
  const entered = await post('/petugas/masuk', { email: `${mailbox}@contoh.id`, sandi }, '')
  const Cookie = cookiesIn(entered)
  const send: Hand['send'] = (path, fields) => post(path, fields, Cookie)
  const take: Hand['take'] = async (nomor, noun, fields = {}) => {
    const at = `/petugas/laporan/${nomor}`
    const page = await (await fetchSite(at, { headers: { Cookie } })).text()
    const versi = /name="versi" value="(\d+)"/.exec(page)?.[1] ?? ''
    const answer = await send(`${at}/${noun}`, { versi, ...fields })
    if (answer.status !== 303) throw new Error(`${mailbox}, ${noun}: ${answer.status}`)
  }
  return { send, take }
}

export interface Filed {
  nomor: string
  /** As its reporter, from the receipt on. */
  send: Hand['send']
  read: (path: string) => Promise<string>
}

export async function fileAsReporter(isi: string): Promise<Filed> {
  const form = await (await fetchSite('/lapor')).text()
  const hidden = (name: string) =>
    new RegExp(`name="${name}"[^>]* value="([^"]+)"`).exec(form)?.[1] ?? ''
  const fields = { kiriman: hidden('kiriman'), tanggal: hidden('tanggal'), isi, kategori: '3' }
  const answer = await post('/lapor', fields, '')
  const nomor = /DMI-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await answer.text())?.[0]
  if (!nomor) throw new Error(`not filed: ${answer.status}`)
  const Cookie = cookiesIn(answer)
  const read = async (path: string) => (await fetchSite(path, { headers: { Cookie } })).text()
  return { nomor, read, send: (path, more) => post(path, more, Cookie) }
}

function post(path: string, fields: Record<string, string>, Cookie: string): Promise<Response> {
  const body = new URLSearchParams(fields)
  return fetchSite(path, { method: 'POST', headers: { Origin: siteUrl, Cookie }, body })
}

function cookiesIn(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
