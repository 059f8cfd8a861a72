import { settings } from '../../../seed/settings.ts'
import type { Agency } from '../../../src/domain/city/city.ts'
import { StaffEnded } from '../../../src/views/office/ended.tsx'
import {
  ManagerPage,
  OtherWaysPage,
  PrivacyPage,
  UnsatisfiedPage,
} from '../../../src/views/public/info.tsx'
import { WidgetFrame, WidgetRefused } from '../../../src/views/widget/frame.tsx'
import { SOURCE } from '../../../src/words/language.ts'
import { everyLanguage, t } from '../../support/words.ts'
import { site } from './own-pages.tsx'
import {
  agencyPage,
  deskPage,
  figures,
  homePage,
  reportPage,
  reportsPage,
} from './public-pages.tsx'
import { reporterPages } from './reporter-pages.tsx'
import { surveyPages } from './survey-pages.tsx'

type Page = () => { toString(): string | Promise<string> }

/** A reporter's pages in the languages that are not the source: 'form in en'. */
const translated: Record<string, Page> = Object.fromEntries(
  everyLanguage
    .filter(({ language }) => language !== SOURCE)
    .flatMap((words) =>
      Object.entries(reporterPages(words)).map(([name, page]) => [
        `${name} in ${words.language}`,
        page,
      ]),
    ),
)

export const pages = {
  ...translated,
  home: homePage,
  ...reporterPages(t),
  reports: reportsPage,
  report: reportPage,
  agency: agencyPage,
  manager: () => <ManagerPage t={t} settings={settings} />,
  privacy: () => <PrivacyPage t={t} settings={settings} />,
  'other-ways': () => <OtherWaysPage t={t} settings={settings} />,
  unsatisfied: () => <UnsatisfiedPage t={t} settings={settings} />,
  frame: () => (
    <WidgetFrame
      t={t}
      settings={settings}
      origin="https://lapor.example.go.id"
      agency={{ name: 'Dinas Perhubungan', shortName: 'Dishub', slug: 'dishub' } as Agency}
      figures={figures}
    />
  ),
  'frame-unknown': () => (
    <WidgetRefused t={t} settings={settings} origin="https://lapor.example.go.id" code={404} />
  ),
  ...surveyPages,
  desk: deskPage,
  'desk-ended': () => (
    <StaffEnded
      t={t}
      site={site}
      signIn="/petugas/masuk"
      email="rina@contoh.id"
      ended={{
        action: '/petugas/laporan/DMI-7K4Q-2M9X/tanggapan',
        kept: {
          values: [
            ['versi', '4'],
            ['tanggapan', 'Besok pagi kami ganti.'],
          ],
          words: ['Besok pagi kami ganti.'],
          files: null,
          secrets: [],
        },
        errors: [{ field: 'masuk_email', text: t.session.wrong }],
        part: false,
      }}
    />
  ),
}
