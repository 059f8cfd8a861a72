/** Every URL, spelled once. Patterns are Hono's; build() fills them. */
export const patterns = {
  home: '/',
  health: '/sehat',
  report: '/lapor',
  track: '/lacak',
  leave: '/keluar',
  statusLink: '/b/:nomor',
  status: '/laporan-saya/:nomor',
  statusReceipt: '/laporan-saya/:nomor/tanda-terima',
  statusAnswer: '/laporan-saya/:nomor/jawaban',
  statusConfirm: '/laporan-saya/:nomor/konfirmasi',
  statusDispute: '/laporan-saya/:nomor/keberatan',
  statusWithdraw: '/laporan-saya/:nomor/pencabutan',
  statusReopen: '/laporan-saya/:nomor/pembukaan-kembali',
  statusRate: '/laporan-saya/:nomor/nilai',
  statusSplit: '/laporan-saya/:nomor/pemisahan',
  statusFiles: '/laporan-saya/:nomor/berkas',
  statusFile: '/laporan-saya/:nomor/berkas/:id',
  statusData: '/laporan-saya/:nomor/data',
  statusDownload: '/laporan-saya/:nomor/data.json',
  statusErase: '/laporan-saya/:nomor/data/penghapusan',
  oneTime: '/t/:token',
  reports: '/laporan',
  publicReport: '/laporan/:nomor',
  publicFile: '/laporan/:nomor/foto/:id',
  agencies: '/opd',
  agency: '/opd/:slug',
  manager: '/pengelola-pengaduan',
  privacy: '/privasi',
  otherWays: '/cara-lain-melapor',
  unsatisfied: '/bila-tidak-puas',
  verifyReceipt: '/periksa-tanda-terima',
  receiptKey: '/kunci-tanda-terima.pem',
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  badge: '/widget/:slug/lencana.svg',
  frame: '/widget/:slug',
  widgetScript: '/widget.js',
  signIn: '/petugas/masuk',
  signOut: '/petugas/keluar',
  signOutEverywhere: '/petugas/keluar-semua',
  forgot: '/petugas/lupa-sandi',
  setPassword: '/petugas/sandi/:token',
  desk: '/petugas',
  queue: '/petugas/antrean/:view',
  staffSearch: '/petugas/cari',
  staffFile: '/petugas/laporan-baru',
  caseFile: '/petugas/laporan/:nomor',
  caseRoute: '/petugas/laporan/:nomor/penerusan',
  caseQuestion: '/petugas/laporan/:nomor/pertanyaan',
  caseReturn: '/petugas/laporan/:nomor/pengembalian',
  caseReferral: '/petugas/laporan/:nomor/rujukan',
  caseArchive: '/petugas/laporan/:nomor/arsip',
  caseUnarchive: '/petugas/laporan/:nomor/arsip/pembatalan',
  caseTakeUp: '/petugas/laporan/:nomor/penanganan',
  caseAssign: '/petugas/laporan/:nomor/disposisi',
  caseNote: '/petugas/laporan/:nomor/catatan',
  casePriority: '/petugas/laporan/:nomor/prioritas',
  caseReply: '/petugas/laporan/:nomor/tanggapan',
  caseApproval: '/petugas/laporan/:nomor/persetujuan',
  caseClosure: '/petugas/laporan/:nomor/penutupan',
  caseReopen: '/petugas/laporan/:nomor/pembukaan-kembali',
  caseMerge: '/petugas/laporan/:nomor/penggabungan',
  caseSplit: '/petugas/laporan/:nomor/pemisahan',
  caseRelease: '/petugas/laporan/:nomor/rilis',
  caseUnrelease: '/petugas/laporan/:nomor/rilis/penarikan',
  caseScreening: '/petugas/laporan/:nomor/penyaringan',
  caseReveal: '/petugas/laporan/:nomor/identitas',
  caseReminder: '/petugas/laporan/:nomor/teguran',
  caseUndo: '/petugas/laporan/:nomor/urungkan',
  caseOnBehalf: '/petugas/laporan/:nomor/atas-nama',
  caseFiles: '/petugas/laporan/:nomor/berkas',
  caseAttachment: '/petugas/laporan/:nomor/berkas/:id',
  caseErase: '/petugas/laporan/:nomor/penghapusan',
  dataRequests: '/petugas/permintaan-data',
  dataRequest: '/petugas/permintaan-data/:id',
  breaches: '/petugas/insiden-data',
  breach: '/petugas/insiden-data/:id',
  deadLetters: '/petugas/kiriman-gagal',
  deadLetter: '/petugas/kiriman-gagal/:id',
  staffList: '/petugas/staf',
  staffPerson: '/petugas/staf/:id',
  staffRole: '/petugas/staf/:id/peran',
  staffRoleEnd: '/petugas/staf/:id/peran/pencabutan',
  staffDisable: '/petugas/staf/:id/penonaktifan',
  staffEnable: '/petugas/staf/:id/pengaktifan',
  staffInvite: '/petugas/staf/:id/undangan',
} as const

export type PathName = keyof typeof patterns

type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name extends `${infer Bare}.${string}`
      ? Bare
      : Name
    : never

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

/** The form with an agency chosen beforehand; `dari` records that a frame of ours led there. */
export function buildReportTo(slug: string, dari?: 'widget'): string {
  return `${patterns.report}?${new URLSearchParams({ ...(dari ? { dari } : {}), opd: slug })}`
}

const FOR_EVERYONE = [
  'reports',
  'agencies',
  'frame',
  'manager',
  'privacy',
  'otherWays',
  'unsatisfied',
  'sitemap',
] as const satisfies PathName[]

const everyonesPrefixes = FOR_EVERYONE.map((name) => patterns[name].replace(/:.*/, ''))

/** Whether a page of that path is the same for everyone, so that any replica may answer it. */
export function isForEveryone(path: string): boolean {
  return (
    path === patterns.home ||
    everyonesPrefixes.some(
      (prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
    )
  )
}
