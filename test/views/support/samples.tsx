import { settings } from '../../../seed/settings.ts'
import type { Agency } from '../../../src/domain/city/city.ts'
import { PlainError } from '../../../src/views/errors/plain.tsx'
import {
  ManagerPage,
  OtherWaysPage,
  PrivacyPage,
  UnsatisfiedPage,
} from '../../../src/views/public/info.tsx'
import { TrackPage } from '../../../src/views/public/track.tsx'
import { WidgetFrame } from '../../../src/views/widget/frame.tsx'
import { t } from '../../support/words.ts'
import { aForm, aReceipt, askedStatus, closedStatus, closureStatus, site } from './own-pages.tsx'
import {
  agencyPage,
  deskPage,
  figures,
  homePage,
  reportPage,
  reportsPage,
  rows,
} from './public-pages.tsx'

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
  track: () => <TrackPage t={t} site={site} action="/lacak" reference="DMI-7K4Q-2M9X" failed />,
  'status-asked': askedStatus,
  'status-closure': () => closureStatus(),
  'status-closed': closedStatus,
  reports: reportsPage,
  report: reportPage,
  agency: agencyPage,
  manager: () => <ManagerPage t={t} settings={settings} />,
  privacy: () => <PrivacyPage t={t} settings={settings} />,
  'other-ways': () => <OtherWaysPage t={t} settings={settings} />,
  unsatisfied: () => <UnsatisfiedPage t={t} settings={settings} />,
  error: () => <PlainError t={t} site={site} code={404} />,
  frame: () => (
    <WidgetFrame
      t={t}
      settings={settings}
      origin="https://lapor.example.go.id"
      agency={{ name: 'Dinas Perhubungan', shortName: 'Dishub', slug: 'dishub' } as Agency}
      figures={figures}
      rows={rows.slice(0, 2)}
    />
  ),
  desk: deskPage,
}
