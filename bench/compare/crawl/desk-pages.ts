import { build, type PathName, patterns } from '../../../src/paths.ts'
import { STAFF } from './people.ts'
import { linksIn } from './public-pages.ts'
import type { Sample } from './samples.ts'
import type { Visit, Visitor, Who } from './visitor.ts'

const VIEWS = [
  ...['koordinasi', 'belum-diverifikasi', 'penyaringan', 'lewat-tenggat', 'menunggu-pelapor'],
  ...[
    'persetujuan',
    'saya',
    'opd',
    'konfirmasi',
    'digugat',
    'pendukung',
    'kota',
    'semua',
    'laporan-saya',
  ],
]
const SEARCHES = [
  'jalan',
  'lampu padam',
  'tidakadakata',
  '',
  'jalan&tahun=2026',
  'air&sebelum=1790000000000000',
]
const IDS = ['1', '0', 'x', 'demo-admin', 'demo-kepala.dishub']

const HTMX = { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }
const WHOLE = { 'HX-Request': 'true', 'HX-Request-Type': 'full' }

/** Every page of the desk that is about no single report, as everybody. */
export async function deskPages(visitor: Visitor): Promise<void> {
  const plain = (Object.keys(patterns) as PathName[]).filter(
    (name) => patterns[name].startsWith(patterns.desk) && !patterns[name].includes(':'),
  )
  const paths = [
    ...plain.map((name) => patterns[name]),
    ...VIEWS.map((view) => build('queue', { view })),
    ...SEARCHES.map((q) => `${patterns.staffSearch}?q=${q.replaceAll(' ', '+')}`),
    `${build('queue', { view: 'opd' })}?kabar=route&nomor=DUM-1&versi=2`,
  ]
  for (const who of STAFF) {
    const pairs = await visitor.visit(
      'desk pages',
      paths.map((path) => ({ path, as: who })),
    )
    const more = linksIn(
      pairs.map(({ before }) => before.body),
      12,
    ).map((path) => ({ path, as: who }))
    const further = await visitor.visit('links', more)
    await visitor.visit(
      'links',
      linksIn(
        further.map(({ before }) => before.body),
        4,
      ).map((path) => ({ path, as: who })),
    )
  }
  await asHtmx(visitor, paths)
  await registers(visitor)
}

/** Everybody's queues once more. */
export async function queues(visitor: Visitor): Promise<void> {
  const paths = VIEWS.map((view) => build('queue', { view }))
  const visits = STAFF.flatMap((as) => paths.map((path): Visit => ({ path, as, note: 'later' })))
  await visitor.visit('desk pages', visits)
}

async function asHtmx(visitor: Visitor, paths: string[]): Promise<void> {
  const people: Who[] = ['staff:penghubung.pupr', 'public']
  const visits = people.flatMap((as) =>
    paths.flatMap((path): Visit[] => [
      { path, as, headers: HTMX, note: 'htmx' },
      { path, as, headers: WHOLE, note: 'htmx, whole page' },
    ]),
  )
  await visitor.visit('htmx', visits)
}

async function registers(visitor: Visitor): Promise<void> {
  const names = ['dataRequest', 'breach', 'deadLetter', 'staffPerson'] as const
  const people: Who[] = ['staff:admin', 'staff:verifikator', 'public']
  await visitor.visit(
    'desk pages',
    people.flatMap((as) =>
      names.flatMap((name) => IDS.map((id) => ({ path: build(name, { id }), as }))),
    ),
  )
}

/** Each kind of report on the desk, as everybody of the staff. */
export async function caseFiles(
  visitor: Visitor,
  samples: Sample[],
  people = STAFF,
): Promise<void> {
  for (const who of people) {
    const visits = samples.map(
      ({ nomor, kind }): Visit => ({ path: build('caseFile', { nomor }), as: who, note: kind }),
    )
    const pairs = await visitor.visit('case files', visits)
    const files = linksIn(
      pairs.map(({ before }) => before.body),
      6,
    ).map((path) => ({ path, as: who }))
    await visitor.visit('links', files)
  }
  const some = samples.filter((_, i) => i % 4 === 0)
  const watching: Who[] = ['staff:penghubung.dishub', 'staff:verifikator']
  await visitor.visit(
    'htmx',
    watching.flatMap((as) =>
      some.flatMap(({ nomor }): Visit[] => [
        {
          path: `${build('caseFile', { nomor })}?dari=opd`,
          as,
          headers: HTMX,
          note: 'htmx, beside a queue',
        },
        {
          path: `${build('caseFile', { nomor })}?dari=opd&kabar=reply`,
          as,
          headers: WHOLE,
          note: 'after a reply',
        },
        {
          path: build('caseFile', { nomor }),
          as,
          headers: { Accept: 'application/json' },
          note: 'json',
        },
      ]),
    ),
  )
}
