import { createHash } from 'node:crypto'
import areas from '../../../seed/data/areas-dumai.json' with { type: 'json' }
import { settings } from '../../../seed/settings.ts'
import type { Complaint } from '../../../src/domain/case/complaint.ts'
import { daysLeft, dueNow } from '../../../src/domain/time/due.ts'
import type { ClockSight } from '../../../src/sights/clock.ts'
import { clockStages } from '../../../src/sights/clock-stages.ts'
import type { FileSight } from '../../../src/sights/files.ts'
import type { AgencyName } from '../../../src/sights/names.ts'
import type { ReporterHappening } from '../../../src/sights/reporter-history.ts'
import { Receipt, type ReceiptProps } from '../../../src/views/public/receipt.tsx'
import { ReportForm, type ReportFormProps } from '../../../src/views/public/report-form.tsx'
import { Status } from '../../../src/views/public/status.tsx'
import type { StatusView } from '../../../src/views/public/status-view.ts'
import { aCalendar, aComplaint, accepted, aFiling, officer, wib } from '../../support/builders.ts'
import { t as source } from '../../support/words.ts'
import { agencyNames, categoryNames } from './names.ts'

export const site = settings

/** What these pages ask for after they stand (routes/public/answer-script.ts). */
const SCRIPT = '/js/form.js'
export const calendar = aCalendar()
export const today = '2026-11-26'

export const stagesOf = (c: Complaint, day = today) => clockStages(c, day, calendar)

export const clockSightOf = (c: Complaint, day = today): ClockSight => ({
  due: dueNow(c),
  left: daysLeft(c, day, calendar),
  today: day,
  stages: stagesOf(c, day),
  promise: null,
  target: null,
})

export const dishub: AgencyName = {
  name: 'Dinas Perhubungan',
  shortName: 'Dinas Perhubungan',
  slug: 'dinas-perhubungan',
}

const byDishub = { kind: 'agency', agency: dishub } as const

const step = (
  at: number,
  what: ReporterHappening['what'],
  over: Partial<ReporterHappening> = {},
): ReporterHappening => ({
  at,
  what,
  agency: dishub,
  tone: null,
  value: null,
  promise: false,
  recorded: false,
  reference: null,
  date: null,
  answers: false,
  goesOn: false,
  unheard: false,
  words: null,
  screening: false,
  asksNow: false,
  countedFrom: null,
  ...over,
})

export const TOKEN = 'q1W2e3R4t5Y6u7I8o9P0aA'

const option = (label: string, i: number) => ({ value: i + 1, label })

export const catalog = {
  categories: categoryNames.map(option),
  agencies: agencyNames.map(option),
  districts: areas.districts.map((district, d) => ({
    label: district.name,
    options: district.subdistricts.map(({ name }, s) => ({ value: 100 * d + s + 8, label: name })),
  })),
}

export const aForm = (over: Partial<ReportFormProps> = {}, t = source) => (
  <ReportForm
    t={t}
    site={site}
    action="/lapor"
    script={SCRIPT}
    token={TOKEN}
    values={{}}
    errors={[]}
    catalog={catalog}
    verifyBy={t.longDate('2026-11-27')}
    today={today}
    notices={[]}
    {...over}
  />
)

const form = (action: string) => ({
  action: `/laporan-saya/DMI-7K4Q-2M9X/${action}`,
  token: TOKEN,
})

const photo = (n: number): FileSight => ({
  id: String(n),
  image: true,
  n,
  bytes: 118_000,
  fromAgency: false,
  picture: 'small',
})

/** As many as a report holds, each with a name and a size of its own. */
export const twentyPhotos = (t = source) => {
  const some = Array.from(
    { length: 17 },
    (_, i): FileSight => ({
      ...photo(i + 4),
      id: createHash('sha256').update(String(i)).digest('hex').slice(0, 16),
      bytes: 80_000 + 37_117 * i,
    }),
  )
  return closureStatus([], t, some)
}

const aStatusView = (c: Complaint): StatusView => ({
  reference: c.reference,
  title: 'Lampu jalan padam di depan SDN 002 Purnama',
  state: c.state,
  receivedAt: c.receivedAt,
  place: ['Purnama', 'Dumai Barat'],
  category: 'Lampu jalan (PJU)',
  agency: dishub,
  clock: clockSightOf(c),
  custody: {
    now: { holder: 'agency', agency: dishub, days: 1 },
    before: [{ holder: 'verifier', agency: null, days: 1 }],
  },
  question: null,
  closure: null,
  history: [
    step(wib('2026-11-24', '10.12'), 'ask', { tone: 'wait' }),
    step(wib('2026-11-23', '09.40'), 'route'),
    step(wib('2026-11-22', '20.31'), 'file', { countedFrom: '2026-11-23' }),
  ],
  dialogue: [],
  files: [],
  root: null,
  rating: null,
  reopenUntil: null,
  objectUntil: null,
  reveals: [],
  screened: [],
  pages: { older: null, newest: true },
  own: {
    title: null,
    text: 'Sudah sembilan hari tiga lampu di depan SDN 002 padam.',
    incidentDay: null,
    landmark: null,
    lat: null,
    lng: null,
    onBehalf: null,
    loss: null,
    settlement: null,
  },
  wish: { secret: false, anonymous: false, nobody: false },
  forms: {
    answer: null,
    confirm: null,
    dispute: null,
    withdraw: form('pencabutan'),
    reopen: null,
    object: null,
    addWords: null,
    split: null,
    rate: null,
    attach: form('berkas'),
    renew: null,
    signOut: { action: '/keluar', token: TOKEN },
  },
})

const received = accepted(null, aFiling(), { now: wib('2026-11-22', '20.31') })

export const inProgress = aComplaint({ state: 'in_progress' })
export const asked = accepted(
  inProgress,
  { name: 'ask', text: 'Lampu nomor berapa di tiangnya?' },
  { actor: officer },
)

export const askedStatus = (t = source) => {
  const view = aStatusView(asked)
  return (
    <Status
      t={t}
      site={site}
      script={SCRIPT}
      view={{
        ...view,
        question: {
          seq: 3,
          by: byDishub,
          text: 'Lampu nomor berapa di tiangnya? Foto tiang juga membantu.',
          answerBy: '2026-12-24',
        },
        forms: { ...view.forms, answer: form('jawaban') },
      }}
    />
  )
}

export const closureStatus = (
  errors: { field: string; text: string }[] = [],
  t = source,
  more: StatusView['files'] = [],
) => {
  const view = aStatusView(aComplaint({ state: 'awaiting_confirmation' }))
  return (
    <Status
      t={t}
      site={site}
      script={SCRIPT}
      errors={errors}
      view={{
        ...view,
        closure: {
          seq: 3,
          by: byDishub,
          text: 'Tiga lampu PJU-0417 sampai 0419 sudah kami ganti pagi ini.',
          reason: 'Lampu diganti, menyala semua pada uji malam.',
          silentUntil: '2026-12-10',
        },
        dialogue: [
          {
            at: wib('2026-11-24', '10.12'),
            by: byDishub,
            screening: false,
            ofRoot: false,
            words: 'Lampu nomor berapa di tiangnya?',
          },
          {
            at: wib('2026-11-24', '19.02'),
            by: { kind: 'reporter' },
            screening: false,
            ofRoot: false,
            words: 'PJU-0417 sampai 0419.\nDekat gerbang sekolah.',
          },
        ],
        files: [
          photo(1),
          photo(2),
          { id: '3', image: false, n: 3, bytes: 2_100_000, fromAgency: true, picture: null },
          ...more,
        ],
        forms: { ...view.forms, confirm: form('konfirmasi'), dispute: form('keberatan') },
      }}
    />
  )
}

export const closedStatus = (t = source) => {
  const view = aStatusView(aComplaint({ state: 'closed' }))
  return (
    <Status
      t={t}
      site={site}
      script={SCRIPT}
      said={t.status.said.confirm}
      view={{
        ...view,
        reopenUntil: '2026-12-26',
        reveals: [
          {
            at: wib('2026-11-12', '11.00'),
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

export const archivedStatus = (t = source) => {
  const view = aStatusView(aComplaint({ state: 'archived' }))
  const forms = { ...view.forms, withdraw: null, attach: null, object: form('keberatan-keputusan') }
  return (
    <Status
      t={t}
      site={site}
      script={SCRIPT}
      view={{ ...view, objectUntil: '2026-12-24', forms }}
    />
  )
}

export const PROOF = {
  words:
    '{"incidentDay":"2026-11-21","landmark":null,"lat":null,"lng":null,"loss":null,"onBehalf":null,"settlement":null,"text":"Sudah sembilan hari tiga lampu di depan SDN 002 padam.","title":"Tiga lampu padam"}',
  salt: 'q2vJ8Zx0N4tR7sLwK1bYpE5uHcD3mAoGfTiVnXeQ9Sk',
}

export const aReceipt = (over: Partial<ReceiptProps> = {}, t = source) => (
  <Receipt
    t={t}
    site={site}
    reference="DMI-7K4Q-2M9X"
    accessKey="7K4Q-2M9X-B3TN-5"
    link="https://lapor.example.go.id/b/DMI-7K4Q-2M9X#7K4Q2M9XB3TN5"
    openHref="/laporan-saya/DMI-7K4Q-2M9X"
    class="complaint"
    text="Sudah sembilan hari tiga lampu di depan SDN 002 padam."
    receivedAt={received.receivedAt}
    dayZero={received.dayZero}
    verifyBy="2026-11-26"
    settleBy="2026-12-11"
    printedAgain={null}
    stages={stagesOf(received, '2026-11-22')}
    target={null}
    wish={{ secret: false, anonymous: false, nobody: false }}
    willMail
    upload={form('berkas')}
    qr={
      <svg viewBox="0 0 8 8" aria-hidden="true">
        <path d="M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0zM4 4h1v1H4zM6 6h2v2H6z" />
      </svg>
    }
    signature="tanggap1.k1.DMI-7K4Q-2M9X.1795500000.MC4CFQDexampleexampleexampleexampleexampleexample"
    verifyHref="/periksa-tanda-terima"
    proof={PROOF}
    {...over}
  />
)
