import areas from '../../../seed/data/areas-dumai.json' with { type: 'json' }
import { settings } from '../../../seed/settings.ts'
import type { Agency } from '../../../src/domain/city.ts'
import type { Complaint } from '../../../src/domain/complaint.ts'
import { daysLeft, dueNow } from '../../../src/domain/due.ts'
import { clockStages } from '../../../src/views/components/clock-stages.ts'
import type { AttachmentView } from '../../../src/views/components/history.tsx'
import { PlainError } from '../../../src/views/errors/plain.tsx'
import { DeskLayout } from '../../../src/views/layouts/desk.tsx'
import { AgencyPage } from '../../../src/views/public/agency.tsx'
import type { Figures } from '../../../src/views/public/figures.tsx'
import { Home } from '../../../src/views/public/home.tsx'
import {
  ManagerPage,
  OtherWaysPage,
  PrivacyPage,
  UnsatisfiedPage,
} from '../../../src/views/public/info.tsx'
import { Receipt, type ReceiptProps } from '../../../src/views/public/receipt.tsx'
import { ReportPage } from '../../../src/views/public/report.tsx'
import { ReportForm, type ReportFormProps } from '../../../src/views/public/report-form.tsx'
import type { ReportRow } from '../../../src/views/public/report-rows.tsx'
import { Reports } from '../../../src/views/public/reports.tsx'
import { Status } from '../../../src/views/public/status.tsx'
import type { StatusView } from '../../../src/views/public/status-view.ts'
import { TrackPage } from '../../../src/views/public/track.tsx'
import { WidgetFrame } from '../../../src/views/widget/frame.tsx'
import { aCalendar, aComplaint, accepted, aFiling, officer, wib } from '../../support/builders.ts'
import { agencyNames, categoryNames } from './names.ts'

export const site = settings
const calendar = aCalendar()
export const today = '2026-11-26'

export const stagesOf = (c: Complaint, day = today) => clockStages(c, day, calendar)

const TOKEN = 'q1W2e3R4t5Y6u7I8o9P0aA'

const option = (label: string, i: number) => ({ value: i + 1, label })

export const catalog = {
  categories: categoryNames.map(option),
  agencies: agencyNames.map(option),
  districts: areas.districts.map((district, d) => ({
    label: district.name,
    options: district.subdistricts.map(({ name }, s) => ({ value: 100 * d + s + 8, label: name })),
  })),
}

export const aForm = (over: Partial<ReportFormProps> = {}) => (
  <ReportForm
    site={site}
    action="/lapor"
    token={TOKEN}
    values={{}}
    errors={[]}
    catalog={catalog}
    verifyBy="Jumat, 27 November 2026"
    today={today}
    {...over}
  />
)

const form = (action: string) => ({
  action: `/laporan-saya/DMI-7K4Q-2M9X/${action}`,
  token: TOKEN,
})

const photo = (n: number): AttachmentView => ({
  href: '/favicon.svg',
  image: true,
  label: `Foto ${n}`,
  bytes: 118_000,
})

export const aStatusView = (c: Complaint, over: Partial<StatusView> = {}): StatusView => ({
  reference: c.reference,
  title: 'Lampu jalan padam di depan SDN 002 Purnama',
  state: c.state,
  receivedAt: c.receivedAt,
  place: 'Purnama, Dumai Barat',
  category: 'Lampu jalan (PJU)',
  agency: 'Dinas Perhubungan',
  due: dueNow(c),
  left: daysLeft(c, today, calendar),
  today,
  stages: stagesOf(c),
  custody: [
    { holder: 'verifier', agency: null, days: 1 },
    { holder: 'agency', agency: 'Dinas Perhubungan', days: 1 },
  ],
  question: null,
  closure: null,
  history: [
    {
      at: wib('2026-11-24', '10.12'),
      title: 'Dinas Perhubungan bertanya kepada Anda',
      tone: 'wait',
    },
    { at: wib('2026-11-23', '09.40'), title: 'Diteruskan ke Dinas Perhubungan' },
    { at: wib('2026-11-22', '20.31'), title: 'Laporan diterima', note: 'dihitung sejak Senin' },
  ],
  dialogue: [],
  files: [],
  root: null,
  rating: null,
  reopenUntil: null,
  reveals: [],
  forms: {
    answer: null,
    confirm: null,
    dispute: null,
    withdraw: form('pencabutan'),
    reopen: null,
    split: null,
    rate: null,
    attach: form('berkas'),
    signOut: { action: '/keluar', token: TOKEN },
  },
  ...over,
})

export const received = accepted(null, aFiling(), { now: wib('2026-11-22', '20.31') })

export const inProgress = aComplaint({ state: 'in_progress' })
export const asked = accepted(
  inProgress,
  { name: 'ask', text: 'Lampu nomor berapa di tiangnya?' },
  { actor: officer },
)

export const askedStatus = () => {
  const view = aStatusView(asked)
  return (
    <Status
      site={site}
      view={{
        ...view,
        question: {
          by: 'Dinas Perhubungan',
          text: 'Lampu nomor berapa di tiangnya? Foto tiang juga membantu.',
          answerBy: '2026-12-24',
        },
        forms: { ...view.forms, answer: form('jawaban') },
      }}
    />
  )
}

export const closureStatus = (errors: { field: string; text: string }[] = []) => {
  const view = aStatusView(aComplaint({ state: 'awaiting_confirmation' }))
  return (
    <Status
      site={site}
      errors={errors}
      view={{
        ...view,
        closure: {
          agency: 'Dinas Perhubungan',
          text: 'Tiga lampu PJU-0417 sampai 0419 sudah kami ganti pagi ini.',
          reason: 'Lampu diganti, menyala semua pada uji malam.',
          silentUntil: '2026-12-10',
        },
        dialogue: [
          {
            at: wib('2026-11-24', '10.12'),
            by: 'Dinas Perhubungan',
            mine: false,
            text: 'Lampu nomor berapa di tiangnya?',
          },
          {
            at: wib('2026-11-24', '19.02'),
            by: 'Anda',
            mine: true,
            text: 'PJU-0417 sampai 0419.\nDekat gerbang sekolah.',
          },
        ],
        files: [
          photo(1),
          photo(2),
          { href: '/x', image: false, label: 'Dokumen 3', bytes: 2_100_000, note: 'dari petugas' },
        ],
        forms: { ...view.forms, confirm: form('konfirmasi'), dispute: form('keberatan') },
      }}
    />
  )
}

export const closedStatus = () => {
  const view = aStatusView(aComplaint({ state: 'closed' }))
  return (
    <Status
      site={site}
      said="Terima kasih. Laporan Anda kami tutup."
      view={{
        ...view,
        reopenUntil: '2026-12-26',
        reveals: [
          {
            at: wib('2026-11-12', '11.00'),
            by: 'Inspektorat',
            reason: 'Pemeriksaan dugaan pungutan di loket.',
          },
        ],
        forms: {
          ...view.forms,
          withdraw: null,
          attach: null,
          rate: form('nilai'),
          reopen: form('pembukaan-kembali'),
        },
      }}
    />
  )
}

export const aReceipt = (over: Partial<ReceiptProps> = {}) => (
  <Receipt
    site={site}
    reference="DMI-7K4Q-2M9X"
    accessKey="7K4Q-2M9X-B3TN-5"
    link="https://lapor.example.go.id/b/DMI-7K4Q-2M9X#7K4Q2M9XB3TN5"
    class="complaint"
    text="Sudah sembilan hari tiga lampu di depan SDN 002 padam."
    receivedAt={received.receivedAt}
    dayZero={received.dayZero}
    verifyBy="2026-11-26"
    settleBy="2026-12-11"
    stages={stagesOf(received, '2026-11-22')}
    willMail
    upload={form('berkas')}
    qr={
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <path d="M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0zM4 4h1v1H4zM6 6h2v2H6z" />
      </svg>
    }
    signature="tanggap1.k1.DMI-7K4Q-2M9X.1795500000.MC4CFQDexampleexampleexampleexampleexampleexample"
    verifyHref="/periksa-tanda-terima"
    {...over}
  />
)

const late = { ...inProgress, reference: 'DMI-3F9T-K58W' }

export const rows: ReportRow[] = [
  {
    reference: 'DMI-7K4Q-2M9X',
    title: 'Lampu jalan padam di depan SDN 002 Purnama',
    state: 'awaiting_info',
    received: '2026-11-22',
    place: 'Purnama, Dumai Barat',
    agency: 'Dinas Perhubungan',
    stages: stagesOf(asked),
  },
  {
    reference: 'DMI-3F9T-K58W',
    title: 'Parit depan pasar Pulau Payung tersumbat, air naik ke jalan tiap hujan lebat',
    state: 'in_progress',
    received: '2026-10-22',
    place: 'Rimba Sekampung, Dumai Kota',
    agency: 'Dinas PUPR',
    stages: stagesOf(late, '2027-02-10'),
  },
  {
    reference: 'DMI-9WKE-6Q3J',
    title: 'Antrean KTP sejak subuh, nomor habis pukul 8',
    state: 'closed',
    received: '2026-09-02',
    place: null,
    agency: 'Disdukcapil',
    stages: stagesOf(aComplaint({ state: 'closed' })),
  },
]

export const figures: Figures = {
  period: 'Januari-November 2026',
  received: 1234,
  joined: 56,
  open: 87,
  overdue: 3,
  medianFirstAnswer: 2,
  medianClosing: 9.5,
  satisfaction: 4.25,
  disputed: 12,
}

export const homePage = () => (
  <Home
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
    site={site}
    canonical="https://lapor.example.go.id/laporan/DMI-3F9T-K58W"
    noindex
    report={{
      reference: 'DMI-3F9T-K58W',
      title: rows[1]?.title ?? '',
      text: 'Parit depan pasar tersumbat sampah plastik. Tiap hujan lebat air naik ke jalan.',
      state: 'in_progress',
      received: '2026-10-22',
      category: 'Drainase dan banjir',
      place: 'Rimba Sekampung, Dumai Kota',
      point: '1.66667, 101.44321',
      agency: { name: 'Dinas Pekerjaan Umum dan Penataan Ruang', slug: 'dinas-pupr' },
      due: dueNow(late),
      left: daysLeft(late, '2027-02-10', calendar),
      today: '2027-02-10',
      stages: rows[1]?.stages ?? [],
      answers: [
        {
          at: wib('2026-11-24', '10.12'),
          by: 'Dinas PUPR',
          mine: false,
          text: 'Tim drainase kami turun Sabtu ini dengan satu alat berat.',
        },
      ],
      photos: [photo(1)],
      history: [{ at: wib('2026-10-22', '10.12'), title: 'Laporan diterima' }],
      cluster: 11,
      rating: null,
    }}
  />
)

export const agencyPage = () => (
  <AgencyPage
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

const deskRow = (row: ReportRow, i: number) => (
  <li>
    <a href={`/petugas/laporan/${row.reference}`} aria-current={i === 0 ? 'true' : undefined}>
      <b>{row.title}</b>
      <span class="due late">! lewat 3 hari kerja</span>
      <small>
        {row.reference} · {row.agency} · {row.place}
      </small>
    </a>
  </li>
)

export const deskPage = () => (
  <DeskLayout
    title="Antrean saya"
    me={{ name: 'Rina', place: 'Dinas Perhubungan' }}
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

export const pages = {
  home: homePage,
  form: () => aForm(),
  'form-error': () =>
    aForm({
      values: { isi: 'jalan rusak', keterbukaan: 'rahasia', judul: 'Jalan' },
      errors: [
        {
          field: 'isi',
          text: 'Isi laporan minimal 20 karakter. Ceritakan apa, di mana, dan kapan.',
        },
        { field: 'judul', text: 'Judul maksimal 120 karakter. Ringkas judulnya.' },
      ],
    }),
  receipt: () => aReceipt(),
  'receipt-posted': () =>
    aReceipt({ qr: null, printHref: '/laporan-saya/DMI-7K4Q-2M9X/tanda-terima' }),
  track: () => <TrackPage site={site} action="/lacak" reference="DMI-7K4Q-2M9X" failed />,
  'status-asked': askedStatus,
  'status-closure': () => closureStatus(),
  'status-closed': closedStatus,
  reports: reportsPage,
  report: reportPage,
  agency: agencyPage,
  manager: () => <ManagerPage settings={settings} />,
  privacy: () => <PrivacyPage settings={settings} />,
  'other-ways': () => <OtherWaysPage settings={settings} />,
  unsatisfied: () => <UnsatisfiedPage settings={settings} />,
  error: () => <PlainError site={site} code={404} />,
  frame: () => (
    <WidgetFrame
      settings={settings}
      origin="https://lapor.example.go.id"
      agency={{ name: 'Dinas Perhubungan', shortName: 'Dishub', slug: 'dishub' } as Agency}
      figures={figures}
      rows={rows.slice(0, 2)}
    />
  ),
  desk: deskPage,
}
