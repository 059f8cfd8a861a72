import { accountRows } from './account-paths.ts'
import { logoFile } from './domain/city/logo.ts'
import type { PathRow } from './path-row.ts'
import { settingPaths } from './setting-paths.ts'

const rows = {
  home: { at: '/', for: 'all', get: 'page', kept: 'edge', sitemap: true },
  health: { at: '/sehat', for: 'all', get: 'data' },
  report: { at: '/lapor', for: 'all', get: 'page', post: 'form', sitemap: true, languages: true },
  track: { at: '/lacak', for: 'all', get: 'page', post: 'form', readOnly: 'open', languages: true },
  leave: { at: '/keluar', for: 'reporter', guard: 'own', post: 'form', readOnly: 'open' },
  forget: { at: '/keluar/lupa', for: 'all', get: 'data' },
  statusLink: { at: '/b/:nomor', for: 'all', get: 'page', disallow: '/b/', languages: true },
  status: {
    at: '/laporan-saya/:nomor',
    for: 'reporter',
    get: 'page',
    kept: 'own',
    disallow: '/laporan-saya',
  },
  statusReceipt: {
    ...{ at: '/laporan-saya/:nomor/tanda-terima', for: 'reporter', get: 'page', whole: true },
  },
  statusAnswer: { at: '/laporan-saya/:nomor/jawaban', for: 'reporter', post: 'files' },
  statusWords: { at: '/laporan-saya/:nomor/keterangan', for: 'reporter', post: 'files' },
  statusConfirm: { at: '/laporan-saya/:nomor/konfirmasi', for: 'reporter', post: 'form' },
  statusDispute: { at: '/laporan-saya/:nomor/keberatan', for: 'reporter', post: 'files' },
  statusWithdraw: { at: '/laporan-saya/:nomor/pencabutan', for: 'reporter', post: 'form' },
  statusReopen: { at: '/laporan-saya/:nomor/pembukaan-kembali', for: 'reporter', post: 'form' },
  statusObject: {
    at: '/laporan-saya/:nomor/keberatan-keputusan',
    for: 'reporter',
    post: 'form',
  },
  statusRate: { at: '/laporan-saya/:nomor/nilai', for: 'reporter', post: 'form' },
  statusSplit: { at: '/laporan-saya/:nomor/pemisahan', for: 'reporter', post: 'form' },
  statusFiles: { at: '/laporan-saya/:nomor/berkas', for: 'reporter', post: 'files' },
  statusFile: { at: '/laporan-saya/:nomor/berkas/:id', for: 'reporter', get: 'data', kept: 'own' },
  statusData: { at: '/laporan-saya/:nomor/data', for: 'reporter', get: 'page', post: 'form' },
  statusDownload: {
    ...{ at: '/laporan-saya/:nomor/data.json', for: 'reporter', get: 'data', whole: true },
  },
  statusErase: { at: '/laporan-saya/:nomor/data/penghapusan', for: 'reporter', post: 'form' },
  statusKey: { at: '/laporan-saya/:nomor/kode', for: 'reporter', get: 'page', post: 'form' },
  oneTime: { at: '/t/:token', for: 'all', get: 'page', post: 'form', disallow: '/t/' },
  reports: { at: '/laporan', for: 'all', get: 'page', kept: 'edge', sitemap: true },
  publicReport: { at: '/laporan/:nomor', for: 'all', get: 'page', kept: 'edge', secret: 404 },
  publicFile: {
    at: '/laporan/:nomor/foto/:id',
    for: 'all',
    get: 'data',
    kept: 'either',
    secret: 404,
  },
  agencies: { at: '/opd', for: 'all', get: 'page', kept: 'edge', sitemap: true },
  agency: { at: '/opd/:slug', for: 'all', get: 'page', kept: 'edge' },
  survey: { at: '/survei/:slug', for: 'all', get: 'page', post: 'form' },
  surveyResults: { at: '/survei/:slug/hasil', for: 'all', get: 'page', kept: 'edge' },
  surveyTable: { at: '/survei/:slug/hasil.csv', for: 'all', get: 'data', kept: 'edge' },
  surveySheet: { at: '/survei/:slug/lembar', for: 'all', get: 'page', kept: 'edge' },
  manager: { at: '/pengelola-pengaduan', for: 'all', get: 'page', kept: 'edge', sitemap: true },
  privacy: { at: '/privasi', for: 'all', get: 'page', kept: 'edge' },
  otherWays: { at: '/cara-lain-melapor', for: 'all', get: 'page', kept: 'edge' },
  unsatisfied: { at: '/bila-tidak-puas', for: 'all', get: 'page', kept: 'edge' },
  verifyReceipt: {
    at: '/periksa-tanda-terima',
    for: 'all',
    get: 'page',
    post: 'form',
    kept: 'edge',
    fresh: true,
    readOnly: 'open',
  },
  receiptKey: { at: '/kunci-tanda-terima.pem', for: 'all', get: 'data', kept: 'edge', fresh: true },
  logo: { at: '/logo/:berkas', for: 'all', get: 'data', kept: 'edge' },
  robots: { at: '/robots.txt', for: 'all', get: 'data', kept: 'edge', fresh: true },
  sitemap: { at: '/sitemap.xml', for: 'all', get: 'data', kept: 'edge' },
  badge: { at: '/widget/:slug/lencana.svg', for: 'all', get: 'data', kept: 'edge', embed: true },
  frame: { at: '/widget/:slug', for: 'all', get: 'page', kept: 'edge', embed: true },
  widgetScript: {
    at: '/widget.js',
    for: 'all',
    get: 'data',
    kept: 'edge',
    fresh: true,
    embed: true,
  },
  signIn: { at: '/petugas/masuk', for: 'all', get: 'page', post: 'form', readOnly: 'open' },
  signOut: { at: '/petugas/keluar', for: 'staff', guard: 'own', post: 'form', readOnly: 'open' },
  signOutEverywhere: {
    at: '/petugas/keluar-semua',
    for: 'staff',
    guard: 'own',
    post: 'form',
    readOnly: 'open',
  },
  ...accountRows,
  forgot: { at: '/petugas/lupa-sandi', for: 'all', get: 'page', post: 'form' },
  setPassword: { at: '/petugas/sandi/:token', for: 'all', get: 'page', post: 'form' },
  desk: { at: '/petugas', for: 'staff', get: 'redirect', disallow: '/petugas' },
  queue: { at: '/petugas/antrean/:view', for: 'staff', get: 'page' },
  staffSearch: { at: '/petugas/cari', for: 'staff', get: 'page' },
  staffFile: { at: '/petugas/laporan-baru', for: 'counter', get: 'page', post: 'form' },
  caseFile: { at: '/petugas/laporan/:nomor', for: 'reader', get: 'page' },
  caseRoute: { at: '/petugas/laporan/:nomor/penerusan', for: 'verifier', post: 'form' },
  caseQuestion: { at: '/petugas/laporan/:nomor/pertanyaan', for: 'handler', post: 'form' },
  caseReturn: { at: '/petugas/laporan/:nomor/pengembalian', for: 'handler', post: 'form' },
  caseReferral: { at: '/petugas/laporan/:nomor/rujukan', for: 'verifier', post: 'form' },
  caseArchive: { at: '/petugas/laporan/:nomor/arsip', for: 'verifier', post: 'form' },
  caseUnarchive: { at: '/petugas/laporan/:nomor/arsip/pembatalan', for: 'verifier', post: 'form' },
  caseObjection: { at: '/petugas/laporan/:nomor/keberatan', for: 'verifier', post: 'form' },
  caseKey: { at: '/petugas/laporan/:nomor/kode', for: 'verifier', post: 'form' },
  caseClass: { at: '/petugas/laporan/:nomor/jenis', for: 'verifier', post: 'form' },
  caseTakeUp: { at: '/petugas/laporan/:nomor/penanganan', for: 'handler', post: 'form' },
  caseAssign: { at: '/petugas/laporan/:nomor/disposisi', for: 'handler', post: 'form' },
  caseNote: { at: '/petugas/laporan/:nomor/catatan', for: 'handler', post: 'form' },
  casePriority: { at: '/petugas/laporan/:nomor/prioritas', for: 'handler', post: 'form' },
  casePromise: { at: '/petugas/laporan/:nomor/janji', for: 'handler', post: 'form' },
  caseReply: { at: '/petugas/laporan/:nomor/tanggapan', for: 'handler', post: 'form' },
  caseApproval: { at: '/petugas/laporan/:nomor/persetujuan', for: 'handler', post: 'form' },
  caseDraftReturn: {
    at: '/petugas/laporan/:nomor/draf/pengembalian',
    for: 'handler',
    post: 'form',
  },
  caseDraftWithdrawal: {
    at: '/petugas/laporan/:nomor/draf/penarikan',
    for: 'handler',
    post: 'form',
  },
  caseConclusion: { at: '/petugas/laporan/:nomor/keputusan', for: 'handler', post: 'form' },
  caseClosure: { at: '/petugas/laporan/:nomor/penutupan', for: 'handler', post: 'files' },
  caseReopen: { at: '/petugas/laporan/:nomor/pembukaan-kembali', for: 'verifier', post: 'form' },
  caseMerge: { at: '/petugas/laporan/:nomor/penggabungan', for: 'verifier', post: 'form' },
  caseSplit: { at: '/petugas/laporan/:nomor/pemisahan', for: 'verifier', post: 'form' },
  caseRelease: { at: '/petugas/laporan/:nomor/rilis', for: 'verifier', post: 'form' },
  caseUnrelease: { at: '/petugas/laporan/:nomor/rilis/penarikan', for: 'verifier', post: 'form' },
  caseScreening: { at: '/petugas/laporan/:nomor/penyaringan', for: 'verifier', post: 'form' },
  caseMasking: { at: '/petugas/laporan/:nomor/penyamaran', for: 'verifier', post: 'form' },
  caseReveal: {
    at: '/petugas/laporan/:nomor/identitas',
    for: 'handler',
    post: 'form',
    proof: true,
  },
  caseReminder: { at: '/petugas/laporan/:nomor/teguran', for: 'handler', post: 'form' },
  caseExplanationRequest: {
    at: '/petugas/laporan/:nomor/permintaan-penjelasan',
    for: 'handler',
    post: 'form',
  },
  caseExplanation: { at: '/petugas/laporan/:nomor/penjelasan', for: 'handler', post: 'form' },
  caseUndo: { at: '/petugas/laporan/:nomor/urungkan', for: 'handler', post: 'form' },
  caseOnBehalf: { at: '/petugas/laporan/:nomor/atas-nama', for: 'verifier', post: 'form' },
  caseFiles: { at: '/petugas/laporan/:nomor/berkas', for: 'handler', post: 'files' },
  caseAttachment: {
    at: '/petugas/laporan/:nomor/berkas/:id',
    for: 'reader',
    get: 'data',
    kept: 'own',
  },
  caseErase: {
    at: '/petugas/laporan/:nomor/penghapusan',
    for: 'eraser',
    post: 'form',
    proof: true,
  },
  dataRequests: { at: '/petugas/permintaan-data', for: 'admin', get: 'page', post: 'form' },
  dataRequest: { at: '/petugas/permintaan-data/:id', for: 'admin', get: 'page', post: 'form' },
  breaches: { at: '/petugas/insiden-data', for: 'admin', get: 'page', post: 'form' },
  breach: { at: '/petugas/insiden-data/:id', for: 'admin', get: 'page', post: 'form' },
  oversight: { at: '/petugas/kinerja', for: 'oversight', get: 'page' },
  oversightAgencies: { at: '/petugas/kinerja/opd', for: 'oversight', get: 'page' },
  oversightList: { at: '/petugas/kinerja/daftar/:list', for: 'oversight', get: 'page' },
  inquiries: { at: '/petugas/kinerja/penjelasan', for: 'oversight', get: 'page', post: 'form' },
  inquiry: { at: '/petugas/kinerja/penjelasan/:id', for: 'oversight', post: 'form' },
  suggestions: { at: '/petugas/kinerja/saran', for: 'oversight', get: 'page' },
  thisMonth: { at: '/petugas/kinerja/bulan', for: 'oversight', get: 'redirect' },
  monthReport: { at: '/petugas/kinerja/bulan/:bulan', for: 'oversight', get: 'page' },
  monthReportFile: { at: '/petugas/kinerja/bulan/:bulan/csv', for: 'oversight', get: 'data' },
  trail: { at: '/petugas/jejak', for: 'overseer', get: 'page' },
  integrity: { at: '/petugas/jejak/keutuhan', for: 'overseer', get: 'page', post: 'form' },
  trailFile: { at: '/petugas/jejak/csv', for: 'overseer', get: 'data', proof: true },
  exports: { at: '/petugas/jejak/unduhan', for: 'overseer', get: 'page' },
  deadLetters: { at: '/petugas/kiriman-gagal', for: 'admin', get: 'page' },
  deadLetter: { at: '/petugas/kiriman-gagal/:id', for: 'admin', post: 'form' },
  grants: { at: '/petugas/persetujuan-peran', for: 'overseer', get: 'page' },
  grant: { at: '/petugas/persetujuan-peran/:id', for: 'overseer', post: 'form', proof: true },
  emailChange: {
    at: '/petugas/persetujuan-email/:id',
    for: 'overseer',
    post: 'form',
    proof: true,
  },
  settingAsk: {
    at: '/petugas/persetujuan-pengaturan/:id',
    for: 'overseer',
    post: 'form',
    proof: true,
  },
  staffList: { at: '/petugas/staf', for: 'admin', get: 'page', post: 'form', proof: true },
  staffPerson: { at: '/petugas/staf/:id', for: 'admin', get: 'page' },
  staffName: { at: '/petugas/staf/:id/nama', for: 'admin', post: 'form', proof: true },
  staffEmail: { at: '/petugas/staf/:id/email', for: 'admin', post: 'form', proof: true },
  staffRole: { at: '/petugas/staf/:id/peran', for: 'admin', post: 'form', proof: true },
  staffRoleEnd: {
    at: '/petugas/staf/:id/peran/pencabutan',
    for: 'admin',
    post: 'form',
    proof: true,
  },
  staffSessionEnd: { at: '/petugas/staf/:id/sesi', for: 'admin', post: 'form' },
  staffDisable: { at: '/petugas/staf/:id/penonaktifan', for: 'admin', post: 'form', proof: true },
  staffEnable: { at: '/petugas/staf/:id/pengaktifan', for: 'admin', post: 'form', proof: true },
  staffInvite: { at: '/petugas/staf/:id/undangan', for: 'admin', post: 'form', proof: true },
  templates: { at: '/petugas/templat', for: 'staff', get: 'page' },
  template: { at: '/petugas/templat/:id', for: 'staff', get: 'page', post: 'form' },
  ...settingPaths,
} as const satisfies Record<string, PathRow>

type Rows = typeof rows
export type PathName = keyof Rows

export const paths: Readonly<Record<PathName, PathRow>> = rows

/** Hono's pattern of each path, which is also its URL where it has no parameter. */
export const patterns = Object.fromEntries(
  Object.entries(rows).map(([name, { at }]) => [name, at]),
) as { readonly [N in PathName]: Rows[N]['at'] }

type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name extends `${infer Bare}.${string}`
      ? Bare
      : Name
    : never

export type ShownPath = {
  [N in PathName]: Rows[N] extends { get: string } ? N : never
}[PathName]

/** Paths whose only parameter it is. */
export type PathTaking<P extends string> = {
  [N in PathName]: [ParamsOf<Rows[N]['at']>, P] extends [P, ParamsOf<Rows[N]['at']>] ? N : never
}[PathName]

type Params<N extends PathName> = Record<ParamsOf<(typeof patterns)[N]>, string | number>

/** The URL of a page: build('status', { nomor }). Parameters are encoded. */
export function build<N extends PathName>(
  name: N,
  ...[params]: ParamsOf<(typeof patterns)[N]> extends never ? [] : [Params<N>]
): string {
  return patterns[name].replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String((params as Record<string, string | number>)[key])),
  )
}

/** Null: the city has none of its own. */
export function logoOf({ logo }: { logo?: string }): string | null {
  return logo ? build('logo', { berkas: logoFile(logo) }) : null
}

/** The form with an agency chosen beforehand; `dari` records that a frame of ours led there. */
export function buildReportTo(slug: string, dari?: 'widget'): string {
  return `${patterns.report}?${new URLSearchParams({ ...(dari ? { dari } : {}), opd: slug })}`
}

/** The tracking form with its number filled. */
export function buildTrack(nomor: string): string {
  return `${patterns.track}?${new URLSearchParams({ nomor })}`
}

/** The check with a signature after the #, which the phone that opens it keeps to itself. */
export function buildCheck(signature: string): string {
  return `${patterns.verifyReceipt}#${signature}`
}

/** Paths with more parts first, so that a parameter at the end may stand for all that is below. */
const matchers = Object.values(paths)
  .toSorted((a, b) => b.at.split('/').length - a.at.split('/').length)
  .map((row) => ({ row, matches: matcherOf(row) }))

/** One request asks many times, for its own path. */
let last: [path?: string, row?: PathRow] = []

/** What no route answers takes after the row above it: a widget is refused in its frame. */
export function rowAt(path: string): PathRow | undefined {
  if (last[0] !== path) last = [path, matchers.find(({ matches }) => matches.test(path))?.row]
  return last[1]
}

function matcherOf({ at }: PathRow): RegExp {
  const source = at.replaceAll('.', '\\.').replace(/:\w+$/, '.*').replace(/:\w+/g, '[^/]*')
  return new RegExp(`^${source}$`, 's')
}
