import type { AgencyName } from '../../../src/sights/names.ts'
import type { PublicRow } from '../../../src/sights/public-rows.ts'
import { DeskLayout } from '../../../src/views/layouts/desk.tsx'
import { AgencyPage } from '../../../src/views/public/agency.tsx'
import type { Figures } from '../../../src/views/public/figures.tsx'
import { Home } from '../../../src/views/public/home.tsx'
import { ReportPage } from '../../../src/views/public/report.tsx'
import { Reports } from '../../../src/views/public/reports.tsx'
import { aComplaint, wib } from '../../support/builders.ts'
import { t } from '../../support/words.ts'
import {
  asked,
  catalog,
  clockSightOf,
  dishub,
  inProgress,
  site,
  stagesOf,
  TOKEN,
} from './own-pages.tsx'

const late = { ...inProgress, reference: 'DMI-3F9T-K58W' }

const known = (shortName: string, name = shortName, slug = ''): AgencyName => ({
  name,
  shortName,
  slug,
})

export const rows: PublicRow[] = [
  {
    reference: 'DMI-7K4Q-2M9X',
    title: 'Lampu jalan padam di depan SDN 002 Purnama',
    state: 'awaiting_info',
    received: '2026-11-22',
    place: ['Purnama', 'Dumai Barat'],
    agency: dishub,
    stages: stagesOf(asked),
  },
  {
    reference: 'DMI-3F9T-K58W',
    title: 'Parit depan pasar Pulau Payung tersumbat, air naik ke jalan tiap hujan lebat',
    state: 'in_progress',
    received: '2026-10-22',
    place: ['Rimba Sekampung', 'Dumai Kota'],
    agency: known('Dinas PUPR'),
    stages: stagesOf(late, '2027-02-10'),
  },
  {
    reference: 'DMI-9WKE-6Q3J',
    title: 'Antrean KTP sejak subuh, nomor habis pukul 8',
    state: 'closed',
    received: '2026-09-02',
    place: [],
    agency: known('Disdukcapil'),
    stages: stagesOf(aComplaint({ state: 'closed' })),
  },
]

export const figures: Figures = {
  period: 'Januari-November 2026',
  received: 1234,
  joined: 56,
  open: 87,
  overdue: 3,
  followUps: 360,
  lateFollowUps: 121,
  promises: 15,
  keptPromises: 11,
  targets: 120,
  keptTargets: 112,
  unheard: 4,
  imported: 128,
  medianFirstAnswer: 2,
  medianClosing: 9.5,
  satisfaction: 4.25,
  disputed: 12,
}

export const homePage = () => (
  <Home
    t={t}
    site={site}
    trackAction="/lacak"
    days={{
      verify: '3 hari kerja',
      followUp: '5 hari kerja',
      complaint: '14 hari kerja',
      information: '5 hari kerja',
      silence: '10 hari kerja',
    }}
    figures={figures}
    recent={rows}
  />
)

export const reportsPage = () => (
  <Reports
    t={t}
    site={site}
    rows={rows}
    filter={{ q: 'lampu', opd: '3' }}
    catalog={{ ...catalog, districts: catalog.categories.slice(0, 7), states: [], years: [] }}
    months={24}
    newer={null}
    older="/laporan?setelah=12"
  />
)

export const reportPage = () => (
  <ReportPage
    t={t}
    site={site}
    canonical="https://lapor.example.go.id/laporan/DMI-3F9T-K58W"
    report={{
      kind: 'report',
      pages: { older: 26, newest: false },
      reference: 'DMI-3F9T-K58W',
      title: rows[1]?.title ?? '',
      text: 'Parit depan pasar tersumbat sampah plastik. Tiap hujan lebat air naik ke jalan.',
      state: 'in_progress',
      received: '2026-10-22',
      broughtOn: null,
      category: 'Drainase dan banjir',
      place: ['Rimba Sekampung', 'Dumai Kota'],
      point: { lat: 1.66667, lng: 101.44321 },
      agency: known('Dinas PUPR', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'dinas-pupr'),
      clock: clockSightOf(late, '2027-02-10'),
      answers: [
        {
          at: wib('2026-11-24', '10.12'),
          by: { kind: 'agency', agency: known('Dinas PUPR') },
          screening: false,
          words: 'Tim drainase kami turun Sabtu ini dengan satu alat berat.',
        },
      ],
      photos: [{ id: 'foto1', n: 1, bytes: 118_000, picture: 'small' }],
      history: [
        {
          at: wib('2026-10-22', '10.12'),
          what: 'file',
          agency: null,
          tone: null,
          value: null,
          promise: false,
          recorded: false,
          unheard: false,
        },
      ],
      cluster: 11,
      rating: null,
      indexable: false,
    }}
  />
)

export const agencyPage = () => (
  <AgencyPage
    t={t}
    site={site}
    agency={{
      name: 'Dinas Perhubungan',
      slug: 'dinas-perhubungan',
    }}
    figures={figures}
    months={[
      { month: '2026-11', figures: { ...figures, late: 3 } },
      { month: '2026-10', figures: { ...figures, medianClosing: null, late: 0 } },
    ]}
    rows={rows.slice(0, 1)}
    canonical="https://lapor.example.go.id/opd/dinas-perhubungan"
  />
)

const deskRow = (row: PublicRow, i: number) => (
  <li>
    <a href={`/petugas/laporan/${row.reference}`} aria-current={i === 0 ? 'true' : undefined}>
      <b>{row.title}</b>
      <span class="due late">! lewat 3 hari kerja</span>
      <small>
        {row.reference} · {row.agency?.shortName} · {row.place.join(', ')}
      </small>
    </a>
  </li>
)

export const deskPage = () => (
  <DeskLayout
    t={t}
    title="Antrean saya"
    me={{ id: 'rina', name: 'Rina', place: 'Dinas Perhubungan' }}
    search={{ action: '/petugas/cari' }}
    signOut={{ action: '/petugas/keluar', token: TOKEN }}
    at="list"
    views={[
      {
        links: [
          { href: '/petugas/antrean/saya', label: 'Antrean saya', count: '23', current: true },
          { href: '/petugas/antrean/lewat', label: 'Lewat tenggat', count: '1', hot: true },
        ],
      },
      { title: 'OPD', links: [{ href: '/petugas/antrean/opd', label: 'Semua', count: '100+' }] },
    ]}
    list={<ul>{rows.map(deskRow)}</ul>}
    case={<h1>{rows[0]?.title}</h1>}
  />
)
