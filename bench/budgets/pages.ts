import { build, patterns, type ShownPath } from '../../src/paths.ts'
import { type Answer, ask } from '../support/http.ts'
import { drawnPages } from './drawn.ts'
import type { Person, Stage } from './stage.ts'

/** One page to be measured: a GET that answers 200 or 303. */
export interface Page {
  path: string
  cookie?: string
  staff: boolean
  /** It lists or counts complaints: rows read must not grow with them. */
  lists: boolean
}

type Visit = Omit<Page, 'staff' | 'lists'>
type Visits = (stage: Stage) => Promise<Visit[]> | Visit[]

const open: (path: string) => Visits = (path) => () => [{ path }]
function staffed(person: Person, path: string) {
  return (stage: Stage) => [{ path, cookie: stage.staff[person] }]
}

function keyed(name: 'status' | 'statusReceipt' | 'statusData' | 'statusKey'): Visits {
  return async (stage) =>
    Promise.all(
      Object.values(stage.cases).map(async (one) => ({
        path: build(name, { nomor: one.reference }),
        cookie: await stage.reporter(one),
      })),
    )
}

const QUEUES: [Person, string[]][] = [
  ['verifier', ['belum-diverifikasi', 'karantina', 'penyaringan', 'lewat-tenggat', 'laporan-saya']],
  ['liaison', ['opd', 'saya', 'lewat-tenggat', 'menunggu-pelapor', 'konfirmasi', 'digugat']],
  ['liaison', ['pendukung', 'semua', 'semua?status=closed']],
  ['head', ['persetujuan', 'penjelasan', 'janji', 'opd']],
  ['leader', ['kota', 'semua', 'semua?status=closed', 'digugat']],
  ['admin', ['koordinasi', 'kota', 'semua', 'semua?status=closed']],
]

const queues: Visits = ({ staff }) =>
  QUEUES.flatMap(([person, views]) =>
    views.map((asked) => {
      const [view = '', query] = asked.split('?')
      const path = build('queue', { view }) + (query ? `?${query}` : '')
      return { path, cookie: staff[person] }
    }),
  )

const LISTS = ['lewat', 'minggu-ini', 'digugat', 'janji', 'batas', 'kerja?opd=dinas-pupr']

const overseenLists: Visits = ({ staff }) => [
  ...[...LISTS, 'kembali', 'berulang?kategori=1&kelurahan=101'].map((list) => ({
    path: `${patterns.oversight}/daftar/${list}`,
    cookie: staff.leader,
  })),
  ...LISTS.map((list) => ({
    path: `${patterns.oversight}/daftar/${list}`,
    cookie: staff.head,
  })),
]

const caseFiles: Visits = ({ staff, cases }) => [
  { path: build('caseFile', { nomor: cases.received.reference }), cookie: staff.verifier },
  ...Object.values(cases)
    .slice(1)
    .map((one) => ({
      path: build('caseFile', { nomor: one.reference }),
      cookie: staff.liaison,
    })),
]

const lists: Visits = () =>
  ['', '?q=jalan', '?kategori=1&status=closed', '?kecamatan=1&q=parit'].map((query) => ({
    path: patterns.reports + query,
  }))

/** Pages by path; a path that is missing here does not compile, so none is forgotten. */
const PAGES: Record<
  ShownPath,
  Visits | 'one file' | 'one letter' | 'one import' | 'for a watchman'
> = {
  health: 'for a watchman',
  forget: 'one file',
  statusFile: 'one file',
  statusDownload: 'one file',
  publicFile: 'one file',
  caseAttachment: 'one file',
  oneTime: 'one letter',
  setPassword: 'one letter',
  home: open(patterns.home),
  report: open(patterns.report),
  track: open(patterns.track),
  statusLink: ({ cases }) => [{ path: build('statusLink', { nomor: cases.taken.reference }) }],
  status: keyed('status'),
  statusReceipt: keyed('statusReceipt'),
  statusData: keyed('statusData'),
  statusKey: keyed('statusKey'),
  reports: lists,
  publicReport: ({ cases }) =>
    Object.values(cases).map((one) => ({ path: build('publicReport', { nomor: one.reference }) })),
  agencies: open(patterns.agencies),
  agency: ({ agency }) => [{ path: build('agency', { slug: agency.slug }) }],
  survey: ({ agency }) => [{ path: build('survey', { slug: agency.slug }) }],
  surveyResults: ({ agency }) => [{ path: build('surveyResults', { slug: agency.slug }) }],
  surveyTable: 'one file',
  surveySheet: ({ agency }) => [{ path: build('surveySheet', { slug: agency.slug }) }],
  manager: open(patterns.manager),
  privacy: open(patterns.privacy),
  otherWays: open(patterns.otherWays),
  unsatisfied: open(patterns.unsatisfied),
  verifyReceipt: open(patterns.verifyReceipt),
  receiptKey: open(patterns.receiptKey),
  logo: 'one file',
  robots: open(patterns.robots),
  sitemap: open(patterns.sitemap),
  badge: ({ agency }) => [{ path: build('badge', { slug: agency.slug }) }],
  frame: ({ agency }) => [{ path: build('frame', { slug: agency.slug }) }],
  widgetScript: open(patterns.widgetScript),
  signIn: open(patterns.signIn),
  keySignIn: open(patterns.keySignIn),
  forgot: open(patterns.forgot),
  desk: staffed('liaison', patterns.desk),
  queue: queues,
  staffSearch: ({ staff }) =>
    (['liaison', 'verifier', 'leader'] as const).map((person) => ({
      path: `${patterns.staffSearch}?q=jalan`,
      cookie: staff[person],
    })),
  staffFile: staffed('verifier', patterns.staffFile),
  caseFile: caseFiles,
  dataRequests: staffed('admin', patterns.dataRequests),
  dataRequest: staffed('admin', build('dataRequest', { id: 1 })),
  breaches: staffed('admin', patterns.breaches),
  breach: staffed('admin', build('breach', { id: 1 })),
  oversight: ({ staff }) =>
    (['leader', 'head'] as const).map((person) => ({
      path: patterns.oversight,
      cookie: staff[person],
    })),
  oversightAgencies: ({ staff }) =>
    (['leader', 'head'] as const).map((person) => ({
      path: patterns.oversightAgencies,
      cookie: staff[person],
    })),
  inquiries: ({ staff }) =>
    (['leader', 'head'] as const).map((person) => ({
      path: patterns.inquiries,
      cookie: staff[person],
    })),
  suggestions: staffed('leader', patterns.suggestions),
  oversightList: overseenLists,
  trail: ({ staff, cases }) =>
    ['', '?orang=demo-verifikator', '?opd=dinas-pupr', '?tindakan=take_up']
      .concat(`?nomor=${cases.taken.reference}`, '?sampai=2026-01-31')
      .map((query) => ({ path: patterns.trail + query, cookie: staff.auditor })),
  integrity: staffed('auditor', patterns.integrity),
  trailFile: 'one file',
  exports: staffed('auditor', patterns.exports),
  thisMonth: staffed('leader', patterns.thisMonth),
  monthReport: ({ staff }) => [
    {
      path: build('monthReport', { bulan: new Date().toISOString().slice(0, 7) }),
      cookie: staff.leader,
    },
  ],
  monthReportFile: 'one file',
  accountKey: staffed('verifier', patterns.accountKey),
  accountApp: staffed('verifier', patterns.accountApp),
  secondStep: staffed('verifier', patterns.secondStep),
  account: staffed('verifier', patterns.account),
  deadLetters: staffed('admin', patterns.deadLetters),
  grants: staffed('admin', patterns.grants),
  staffList: staffed('admin', patterns.staffList),
  staffPerson: staffed('admin', build('staffPerson', { id: 'demo-verifikator' })),
  templates: staffed('liaison', patterns.templates),
  template: staffed('admin', build('template', { id: 1 })),
  settings: staffed('admin', patterns.settings),
  settingTrail: staffed('admin', patterns.settingTrail),
  calendar: staffed('admin', patterns.calendar),
  calendarYear: staffed('admin', build('calendarYear', { tahun: 2027 })),
  calendarTable: 'one file',
  clockRules: staffed('admin', patterns.clockRules),
  clockRule: staffed('admin', build('clockRule', { aturan: 'baru' })),
  cityDraft: 'one import',
  settingList: staffed('admin', build('settingList', { bagian: 'opd' })),
  reportTable: staffed('admin', patterns.reportTable),
  settingTable: 'one file',
  settingImport: staffed('admin', build('settingImport', { bagian: 'opd' })),
  importRun: 'one import',
  importRefused: 'one file',
  settingRow: staffed('admin', build('settingRow', { bagian: 'opd', id: 1 })),
}

const LISTING: ReadonlySet<ShownPath> = new Set([
  ...(['home', 'reports', 'agency', 'sitemap', 'badge', 'frame'] as const),
  ...(['queue', 'staffSearch', 'caseFile'] as const),
  ...(['oversight', 'oversightAgencies', 'oversightList', 'trail'] as const),
])

/** Every page of the path list on this stage, and some drawn by chance. */
export async function pagesOf(stage: Stage): Promise<Page[]> {
  const pages: Page[] = []
  for (const [name, visits] of Object.entries(PAGES) as [ShownPath, Visits | string][]) {
    if (typeof visits === 'string') continue
    const staff = patterns[name].startsWith(patterns.desk)
    for (const visit of await visits(stage))
      pages.push({ ...visit, staff, lists: LISTING.has(name) })
  }
  return [...pages, ...drawnPages(stage)]
}

export interface Visited extends Page {
  answer: Answer
}

/** Visits pages one after the other, measured. The city is read beforehand, as in any warm Worker. */
export async function visit(stage: Stage, pages: readonly Page[]): Promise<Visited[]> {
  await ask(stage.url + patterns.report)
  const visited: Visited[] = []
  for (const page of pages) {
    const answer = await ask(stage.url + page.path, { cookie: page.cookie, measure: true })
    visited.push({ ...page, answer })
  }
  return visited
}
