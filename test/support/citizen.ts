import { env } from 'cloudflare:workers'
import { seedCity } from '../../seed/city.ts'
import { database } from '../../src/db/database.ts'
import { randomBytes } from '../../src/random.ts'
import { mintToken } from '../../src/seal/form-token.ts'
import { post, request } from './request.ts'

/** As if asked before: tests file the same words again and again. */
export const aReport = (changes: Record<string, string> = {}): Record<string, string> => ({
  kiriman: mintToken(env.SERVER_SECRET, randomBytes, Date.now()),
  isi: 'Lampu jalan di depan SDN 002 padam sudah sembilan hari, gelap sekali.',
  tanggal: '2026-11-20',
  kategori: '3',
  kelurahan: '102',
  patokan: 'depan SDN 002',
  kontak_email: 'siti@contoh.id',
  nama: 'Siti Rahmah',
  lagi: '1',
  ...changes,
})

export interface Receipt {
  html: string
  number: string
  key: string
  cookie: string
  /** The status page of the report. */
  url: string
}

/** Files by the form and reads number and key off the receipt, as a person would. */
export const fileReport = async (changes: Record<string, string> = {}): Promise<Receipt> => {
  await seedCity(database(env.DB))
  const response = await post('/lapor', aReport(changes))
  const html = await response.text()
  if (response.status !== 200) throw new Error(`${response.status}: ${html}`)
  const number = /class="ref">([^<]+)</.exec(html)?.[1] ?? ''
  const key = /class="key">([^<]+)</.exec(html)?.[1] ?? ''
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { html, number, key, cookie, url: `/laporan-saya/${number}` }
}

/** The hidden token of the form that posts to an action. */
export const tokenIn = (html: string, action: string): string => {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  return /name="kiriman" value="([^"]*)"/.exec(form)?.[1] ?? ''
}

export const read = async (path: string, cookie = ''): Promise<string> =>
  (await request(path, { headers: { Cookie: cookie } })).text()

/** Where an answer leads, without the mark of a browser that has yet to send a cookie. */
export const leadsTo = (answer: Response): [number, string] => [
  answer.status,
  (answer.headers.get('Location') ?? '').replace(/[?&]masuk=[^&#]*/, ''),
]
