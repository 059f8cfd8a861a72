import { logoFile } from '../../src/domain/city/logo.ts'
import { build, type PathName, patterns } from '../../src/paths.ts'
import { SAMPLE_LOGO } from '../fixtures/sample-logo.ts'

/** What one path is, for the tests that go over all of them. */
export interface Listed {
  /** HEAD goes with GET. */
  methods: readonly ('GET' | 'POST')[]
  /** Whose page it is; forms alone (no GET) belong to whoever has the page they are on. */
  whose: 'everyone' | 'reporter' | 'verifier' | 'officer' | 'admin'
  /** How a GET that succeeds may be kept. */
  kept: 'public' | 'ever' | 'keyed' | 'never'
  /** What a GET answers with. */
  answers: 'page' | 'redirect' | 'other' | 'gone'
}

const row = (
  whose: Listed['whose'],
  kept: Listed['kept'],
  methods: string,
  answers: Listed['answers'] = 'page',
): Listed => ({ whose, kept, answers, methods: methods.split(' ') as Listed['methods'] })

const everyones = row('everyone', 'public', 'GET')
const everyonesFile = row('everyone', 'public', 'GET', 'other')
const typed = row('everyone', 'never', 'GET POST')
const reporterForm = row('reporter', 'never', 'POST')
const verifierForm = row('verifier', 'never', 'POST')
const officerForm = row('officer', 'never', 'POST')

/**
 * By hand, and not by the rows that the middleware reads: a row that says too much is found here.
 * Every path there is, complete by its type: a new one fails to compile, and fails the tests,
 * until it says here what it is and what to open it with.
 */
export const pathList: Record<PathName, Listed> = {
  home: everyones,
  health: row('everyone', 'never', 'GET', 'other'),
  report: typed,
  track: typed,
  leave: reporterForm,
  forget: row('everyone', 'never', 'GET', 'other'),
  statusLink: row('everyone', 'never', 'GET'),
  status: row('reporter', 'keyed', 'GET'),
  statusReceipt: row('reporter', 'never', 'GET'),
  statusAnswer: reporterForm,
  statusWords: reporterForm,
  statusConfirm: reporterForm,
  statusDispute: reporterForm,
  statusWithdraw: reporterForm,
  statusReopen: reporterForm,
  statusObject: reporterForm,
  statusRate: reporterForm,
  statusSplit: reporterForm,
  statusFiles: reporterForm,
  statusFile: row('reporter', 'keyed', 'GET', 'other'),
  statusData: row('reporter', 'never', 'GET POST'),
  statusDownload: row('reporter', 'never', 'GET', 'other'),
  statusErase: reporterForm,
  statusKey: row('reporter', 'never', 'GET POST'),
  oneTime: typed,
  reports: everyones,
  publicReport: everyones,
  publicFile: row('everyone', 'keyed', 'GET', 'other'),
  agencies: everyones,
  agency: everyones,
  survey: typed,
  surveyResults: everyones,
  surveyTable: everyonesFile,
  surveySheet: everyones,
  manager: everyones,
  privacy: everyones,
  otherWays: everyones,
  unsatisfied: everyones,
  verifyReceipt: row('everyone', 'public', 'GET POST'),
  receiptKey: everyonesFile,
  logo: row('everyone', 'ever', 'GET', 'other'),
  robots: everyonesFile,
  sitemap: everyonesFile,
  badge: everyonesFile,
  frame: everyones,
  widgetScript: everyonesFile,
  signIn: typed,
  keySignIn: row('everyone', 'never', 'GET POST', 'other'),
  signOut: officerForm,
  signOutEverywhere: officerForm,
  secondReset: row('admin', 'never', 'POST'),
  staffSecond: row('admin', 'never', 'POST'),
  secondStep: row('officer', 'never', 'GET POST', 'redirect'),
  accountKey: row('officer', 'never', 'GET POST'),
  accountApp: row('officer', 'never', 'GET POST'),
  accountFactorEnd: officerForm,
  accountCodes: officerForm,
  account: row('officer', 'never', 'GET'),
  accountPassword: officerForm,
  accountSession: officerForm,
  forgot: typed,
  setPassword: row('everyone', 'never', 'GET POST', 'gone'),
  desk: row('officer', 'never', 'GET', 'redirect'),
  queue: row('officer', 'never', 'GET'),
  staffSearch: row('officer', 'never', 'GET'),
  staffFile: row('verifier', 'never', 'GET POST'),
  caseFile: row('officer', 'never', 'GET'),
  caseRoute: verifierForm,
  caseQuestion: officerForm,
  caseReturn: officerForm,
  caseReferral: verifierForm,
  caseArchive: verifierForm,
  caseUnarchive: verifierForm,
  caseObjection: verifierForm,
  caseKey: verifierForm,
  caseClass: verifierForm,
  caseTakeUp: officerForm,
  caseAssign: officerForm,
  caseNote: officerForm,
  casePriority: officerForm,
  casePromise: officerForm,
  caseReply: officerForm,
  caseApproval: officerForm,
  caseDraftReturn: officerForm,
  caseDraftWithdrawal: officerForm,
  caseConclusion: officerForm,
  caseClosure: officerForm,
  caseReopen: verifierForm,
  caseMerge: verifierForm,
  caseSplit: verifierForm,
  caseRelease: verifierForm,
  caseUnrelease: verifierForm,
  caseScreening: verifierForm,
  caseMasking: verifierForm,
  caseReveal: officerForm,
  caseReminder: officerForm,
  caseExplanationRequest: officerForm,
  caseExplanation: officerForm,
  caseUndo: officerForm,
  caseOnBehalf: verifierForm,
  caseFiles: officerForm,
  caseAttachment: row('officer', 'keyed', 'GET', 'other'),
  caseErase: row('admin', 'never', 'POST'),
  dataRequests: row('admin', 'never', 'GET POST'),
  dataRequest: row('admin', 'never', 'GET POST'),
  breaches: row('admin', 'never', 'GET POST'),
  breach: row('admin', 'never', 'GET POST'),
  oversight: row('admin', 'never', 'GET'),
  oversightAgencies: row('admin', 'never', 'GET'),
  inquiries: row('admin', 'never', 'GET POST'),
  inquiry: row('admin', 'never', 'POST'),
  suggestions: row('admin', 'never', 'GET'),
  oversightList: row('admin', 'never', 'GET'),
  thisMonth: row('admin', 'never', 'GET', 'redirect'),
  monthReport: row('admin', 'never', 'GET'),
  monthReportFile: row('admin', 'never', 'GET', 'other'),
  trail: row('admin', 'never', 'GET'),
  integrity: row('admin', 'never', 'GET POST'),
  trailFile: row('admin', 'never', 'GET', 'other'),
  exports: row('admin', 'never', 'GET'),
  deadLetters: row('admin', 'never', 'GET'),
  deadLetter: row('admin', 'never', 'POST'),
  grants: row('admin', 'never', 'GET'),
  grant: row('admin', 'never', 'POST'),
  emailChange: row('admin', 'never', 'POST'),
  settingAsk: row('admin', 'never', 'POST'),
  staffList: row('admin', 'never', 'GET POST'),
  staffPerson: row('admin', 'never', 'GET'),
  staffName: row('admin', 'never', 'POST'),
  staffEmail: row('admin', 'never', 'POST'),
  staffRole: row('admin', 'never', 'POST'),
  staffRoleEnd: row('admin', 'never', 'POST'),
  staffSessionEnd: row('admin', 'never', 'POST'),
  staffDisable: row('admin', 'never', 'POST'),
  staffEnable: row('admin', 'never', 'POST'),
  staffInvite: row('admin', 'never', 'POST'),
  templates: row('officer', 'never', 'GET'),
  template: row('officer', 'never', 'GET POST'),
  settings: row('admin', 'never', 'GET'),
  settingTrail: row('admin', 'never', 'GET'),
  settingUndo: row('admin', 'never', 'POST'),
  calendar: row('admin', 'never', 'GET'),
  calendarYear: row('admin', 'never', 'GET POST'),
  calendarTable: row('admin', 'never', 'GET', 'other'),
  clockRules: row('admin', 'never', 'GET'),
  clockRule: row('admin', 'never', 'GET POST'),
  cityDraft: row('admin', 'never', 'GET POST', 'other'),
  settingList: row('admin', 'never', 'GET'),
  settingTable: row('admin', 'never', 'GET', 'other'),
  reportTable: row('admin', 'never', 'GET POST'),
  settingImport: row('admin', 'never', 'GET POST'),
  importRun: row('admin', 'never', 'GET POST', 'other'),
  importUndo: row('admin', 'never', 'POST'),
  importStart: row('admin', 'never', 'POST'),
  importRefused: row('admin', 'never', 'GET', 'other'),
  settingRow: row('admin', 'never', 'GET POST'),
}

/** What stands for the parameters of a path. */
export interface Sample {
  nomor: string
  /** A photo of that report, public where the report is. */
  photo: string
  oneTime: string
  /** Somebody on the staff; the demo's administrator unless told. */
  person?: string
}

/** A real address of each path: of a released report in an agency's hands. */
export const sampleUrl = (name: PathName, sample: Sample): string => {
  const { nomor, photo, oneTime, person = 'demo-admin' } = sample
  const token = name === 'oneTime' ? oneTime : 'tidak-ada'
  const ids = [
    ['/petugas/kiriman-gagal/', '1'],
    ['/petugas/permintaan-data/', '1'],
    ['/petugas/insiden-data/', '1'],
    ['/petugas/persetujuan-peran/', '1'],
    ['/petugas/persetujuan-langkah-kedua/', '1'],
    ['/petugas/persetujuan-pengaturan/', '1'],
    ['/petugas/staf/', person],
    ['/petugas/pengaturan/', '1'],
    ['/petugas/impor/', '1'],
    ['/petugas/usulan/', '1'],
    ['/petugas/templat/', 'baru'],
  ] as const
  const id = ids.find(([start]) => patterns[name].startsWith(start))?.[1] ?? photo
  const params = {
    ...{ nomor, id, token, slug: 'dinas-perhubungan', view: 'opd', berkas: logoFile(SAMPLE_LOGO) },
    ...{ bagian: 'opd', list: 'lewat', tahun: '2027', aturan: 'baru' },
    bulan: new Date().toISOString().slice(0, 7),
  }
  return (build as (name: PathName, params: object) => string)(name, params)
}
