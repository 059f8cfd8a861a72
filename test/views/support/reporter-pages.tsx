import type { Ended } from '../../../src/forms/ended-session.ts'
import type { KeptSight } from '../../../src/sights/kept.ts'
import { PlainError } from '../../../src/views/errors/plain.tsx'
import { withOffers } from '../../../src/views/layouts/other-languages.tsx'
import { ReporterEnded } from '../../../src/views/public/ended.tsx'
import { MyDataPage } from '../../../src/views/public/my-data.tsx'
import { TrackPage } from '../../../src/views/public/track.tsx'
import { LANGUAGES, type Language } from '../../../src/words/language.ts'
import type { Words } from '../../../src/words/words.ts'
import { wib } from '../../support/builders.ts'
import {
  aForm,
  aReceipt,
  archivedStatus,
  askedStatus,
  closedStatus,
  closureStatus,
  PROOF,
  site,
  TOKEN,
} from './own-pages.tsx'

type Page = { toString(): string | Promise<string> }

const KEPT: KeptSight = {
  title: 'Tiga lampu padam',
  text: 'Sudah sembilan hari tiga lampu di depan SDN 002 padam.',
  incidentDay: '2026-11-21',
  landmark: 'Seberang warung',
  lat: 1.66667,
  lng: 101.44321,
  onBehalf: 'Pak Amir, tetangga saya',
  loss: 'Rp500.000',
  settlement: 'Lampu diganti',
  receivedAt: wib('2026-11-22', '10.00'),
  class: 'complaint',
  channel: 'counter',
  laporNumber: '8123456',
  category: 'Penerangan jalan',
  area: ['Bukit Datuk', 'Dumai Selatan'],
  proposed: null,
  rating: 4,
  openedAt: wib('2026-11-24', '10.00'),
}

/** The pages that are made for one reader, as they are told in one language. */
export const reporterPages = (t: Words) => ({
  form: () => offered(t, aForm({}, t)),
  'form-error': () =>
    aForm(
      {
        values: { isi: 'jalan rusak', keterbukaan: 'rahasia', judul: 'Jalan' },
        errors: [
          { field: 'isi', text: t.filingErrors.textShort },
          { field: 'judul', text: t.filingErrors.extraLong },
        ],
      },
      t,
    ),
  receipt: () => offered(t, aReceipt({}, t)),
  'receipt-posted': () =>
    aReceipt({ qr: null, printHref: '/laporan-saya/DMI-7K4Q-2M9X/tanda-terima' }, t),
  track: () =>
    offered(
      t,
      <TrackPage t={t} site={site} action="/lacak" reference="DMI-7K4Q-2M9X" failed="number" />,
    ),
  'status-asked': () => offered(t, askedStatus(t)),
  'status-closure': () => offered(t, closureStatus([], t)),
  'status-closed': () => offered(t, closedStatus(t)),
  'status-archived': () => offered(t, archivedStatus(t)),
  ended: () => <ReporterEnded t={t} site={site} ended={anEnded(t)} reference="DMI-7K4Q-2M9X" />,
  'my-data': () =>
    offered(
      t,
      <MyDataPage
        t={t}
        site={site}
        reference="DMI-7K4Q-2M9X"
        session={TOKEN}
        contact={{ nama: 'Siti Rahmah', kontak_telepon: '', kontak_email: 'siti@contoh.id' }}
        text="Sudah sembilan hari tiga lampu di depan SDN 002 padam."
        kept={KEPT}
        emailFailedAt={wib('2026-11-25', '10.00')}
        screened={['Lampu padam\n\nTiga lampu jalan padam sejak lama.']}
        pages={{ older: 26, newest: false }}
        wish={{ secret: true, anonymous: true, nobody: false }}
        proof={PROOF}
        files={[]}
        eraseWaits={null}
        errors={[{ field: null, text: t.myData.eraseNeeds }]}
        said={t.myData.saved}
      />,
    ),
  error: () => <PlainError t={t} site={site} code={404} />,
})

const anEnded = (t: Words): Ended => ({
  action: '/laporan-saya/DMI-7K4Q-2M9X/jawaban',
  kept: {
    values: [
      ['kiriman', TOKEN],
      ['jawaban', 'Tiga tiang, di sisi kiri.'],
    ],
    words: ['Tiga tiang, di sisi kiri.'],
    files: 'berkas',
    secrets: [],
  },
  errors: [{ field: 'masuk_kode', text: t.ended.wrongKey }],
  part: false,
})

/** As the renderer offers a page in the other languages. */
const offered = (t: Words, page: Page): Page => {
  const offers = (Object.keys(LANGUAGES) as Language[])
    .filter((code) => code !== t.language)
    .map((language) => ({ language, href: `?bahasa=${language}` }))
  return { toString: () => withOffers(String(page), offers) }
}
