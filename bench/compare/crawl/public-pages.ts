import { build, type PathName, patterns } from '../../../src/paths.ts'
import type { Sample } from './samples.ts'
import { againOf, type Visit, type Visitor } from './visitor.ts'

const WORDS = [
  'jalan',
  'lampu padam',
  'parit',
  'tidakadakata',
  '"',
  'jal*',
  'sekolah dasar negeri',
  "o'neil",
]

/** Pages that take no number: every address, every way to ask for it. */
export async function publicPages(visitor: Visitor, slugs: string[]): Promise<void> {
  const plain = (Object.keys(patterns) as PathName[]).filter(
    (name) => !patterns[name].includes(':'),
  )
  const paths = [
    ...plain.map((name) => patterns[name]),
    ...slugs.flatMap((slug) => [build('agency', { slug }), `${patterns.report}?opd=${slug}`]),
    ...slugs.slice(0, 6).flatMap((slug) => [build('frame', { slug }), build('badge', { slug })]),
    ...slugs.slice(0, 2).map((slug) => `${patterns.report}?dari=widget&opd=${slug}`),
    ...['agency', 'frame', 'badge'].map((name) => build(name as 'agency', { slug: 'tidak-ada' })),
    ...WORDS.map((q) => `${patterns.reports}?${new URLSearchParams({ q })}`),
    ...['kategori=1', 'kecamatan=1&q=jalan', 'opd=3', 'status=closed', 'status=received'].map(
      (q) => `${patterns.reports}?${q}`,
    ),
    ...[
      'tahun=2026',
      'tahun=1900',
      'sebelum=x',
      'kategori=99&status=zzz',
      'q=a&tahun=2025&opd=1',
    ].map((q) => `${patterns.reports}?${q}`),
    ...['?nomor=DUM-XXXX', '?nomor=%3Cb%3E'].map((q) => patterns.track + q),
    ...['?kabar=keluar', '?kabar=sandi', '?kembali=/petugas/cari?q=a', '?kembali=//x.id'].map(
      (q) => patterns.signIn + q,
    ),
    ...['oneTime', 'setPassword'].map((name) => build(name as 'oneTime', { token: 'tidak-ada' })),
    ...[
      '/tidak-ada',
      '/laporan/',
      '/LAPOR',
      '/petugas/tidak-ada',
      '/lapor/',
      '//',
      '/%ff',
      '/opd/%00',
      '/favicon.svg',
    ],
  ]
  const first = await visitor.visit(
    'public pages',
    paths.map((path) => ({ path })),
  )
  await visitor.visit(
    'public pages',
    first.flatMap((pair, i) => againOf({ path: paths[i] ?? '' }, pair)),
  )
  await visitor.visit(
    'links',
    linksIn(first.map(({ before }) => before.body)).map((path) => ({ path })),
  )
  await visitor.visit(
    'ways to ask',
    paths.flatMap(waysToAsk).filter((_, i) => i % 3 === 0),
  )
}

function waysToAsk(path: string): Visit[] {
  return [
    { path, method: 'HEAD' },
    { path, headers: { Accept: 'text/plain' }, note: 'plain' },
    { path, headers: { Accept: 'application/json' }, note: 'json' },
    { path, headers: { 'Accept-Encoding': 'gzip' }, note: 'gzip' },
    { path, headers: { 'Accept-Encoding': 'br, gzip' }, note: 'br' },
    { path, headers: { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }, note: 'htmx' },
    { path, headers: { 'Accept-Language': 'en' }, note: 'english browser' },
  ]
}

/** Addresses of further pages, photos and files on these pages, not too many of each. */
export function linksIn(bodies: string[], most = 60): string[] {
  const found = bodies.flatMap((body) =>
    [...body.matchAll(/(?:href|src)="([^"]*(?:sebelum=|setelah=|\/foto\/|\/berkas\/)[^"]*)"/g)].map(
      ([, link = '']) => link.replaceAll('&amp;', '&').replace(/^https:\/\/[^/]*/, ''),
    ),
  )
  return [...new Set(found)].filter((link) => link.startsWith('/')).slice(0, most)
}

/** What everybody sees of a report, by its number alone, however that is written. */
export async function publicReports(visitor: Visitor, samples: Sample[]): Promise<void> {
  const visits = samples.flatMap(({ nomor, kind }): Visit[] => [
    { path: build('publicReport', { nomor }), note: kind },
    {
      path: build('publicReport', { nomor: nomor.toLowerCase().replaceAll('-', '') }),
      note: 'as typed',
    },
    { path: build('statusLink', { nomor }), note: kind },
    { path: build('status', { nomor }), note: 'without a key' },
    { path: build('publicFile', { nomor, id: 'tidakada' }), note: kind },
  ])
  const pairs = await visitor.visit('public reports', visits)
  const bodies = pairs.map(({ before }) => before.body)
  await visitor.visit(
    'links',
    linksIn(bodies).map((path) => ({ path })),
  )
}

/** Methods that no route takes, and bodies that no route reads. */
export async function wrongWays(visitor: Visitor, nomor: string): Promise<void> {
  const names = Object.keys(patterns) as PathName[]
  const params = { nomor, id: '1', slug: 'dinas-pupr', view: 'opd', token: 'tidak-ada' }
  const pathOf = (name: PathName) =>
    (build as (name: PathName, params: object) => string)(name, params)
  const methods = names.flatMap((name, i): Visit[] => [
    { path: pathOf(name), method: ['PUT', 'DELETE', 'PATCH', 'OPTIONS'][i % 4] },
    { path: pathOf(name), body: '', note: 'nothing posted, nobody signed in' },
    {
      path: pathOf(name),
      body: 'a=b',
      headers: { Origin: 'https://jahat.id', 'Sec-Fetch-Site': 'cross-site' },
      note: 'from elsewhere',
    },
  ])
  const bodies = (
    [patterns.report, patterns.track, patterns.signIn, patterns.verifyReceipt] as const
  ).flatMap((path): Visit[] => [
    { path, body: '{"a":', type: 'application/json', note: 'broken json' },
    { path, body: '<a/>', type: 'application/xml', note: 'xml' },
    { path, body: `isi=${'a'.repeat(140_000)}`, note: 'too large' },
    { path, body: 'x', type: 'multipart/form-data; boundary=none', note: 'broken parts' },
  ])
  await visitor.visit('wrong ways', [...methods, ...bodies])
}
