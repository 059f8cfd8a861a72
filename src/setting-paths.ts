import type { PathRow } from './path-row.ts'

/** Where the city is set up and kept; those that are named come before those that name a kind of row. */
export const settingPaths = {
  settings: { at: '/petugas/pengaturan', for: 'admin', get: 'page' },
  settingTrail: { at: '/petugas/pengaturan/jejak', for: 'admin', get: 'page' },
  settingUndo: { at: '/petugas/pengaturan/jejak/:id', for: 'admin', post: 'form' },
  reportTable: {
    at: '/petugas/pengaturan/laporan',
    for: 'admin',
    get: 'page',
    post: 'form',
    proof: true,
  },
  // a year or a rule is no such word
  settingTable: {
    at: '/petugas/pengaturan/:bagian/tabel.csv',
    for: 'admin',
    get: 'data',
    proof: true,
  },
  settingImport: {
    at: '/petugas/pengaturan/:bagian/impor',
    for: 'admin',
    get: 'page',
    post: 'files',
  },
  calendar: { at: '/petugas/pengaturan/kalender', for: 'admin', get: 'page' },
  calendarYear: {
    at: '/petugas/pengaturan/kalender/:tahun',
    for: 'admin',
    get: 'page',
    post: 'files',
  },
  calendarTable: {
    at: '/petugas/pengaturan/kalender/:tahun/tabel.csv',
    for: 'admin',
    get: 'data',
  },
  clockRules: { at: '/petugas/pengaturan/batas-waktu', for: 'admin', get: 'page' },
  clockRule: {
    at: '/petugas/pengaturan/batas-waktu/:aturan',
    for: 'admin',
    get: 'page',
    post: 'form',
  },
  cityDraft: { at: '/petugas/usulan/:id', for: 'admin', get: 'page', post: 'form' },
  settingList: { at: '/petugas/pengaturan/:bagian', for: 'admin', get: 'page' },
  importRun: { at: '/petugas/impor/:id', for: 'admin', get: 'page', post: 'form' },
  importStart: { at: '/petugas/impor/:id/jalankan', for: 'admin', post: 'form', proof: true },
  importUndo: { at: '/petugas/impor/:id/pembatalan', for: 'admin', post: 'form', proof: true },
  importRefused: { at: '/petugas/impor/:id/ditolak.csv', for: 'admin', get: 'data' },
  settingRow: {
    at: '/petugas/pengaturan/:bagian/:id',
    for: 'admin',
    get: 'page',
    post: 'files',
  },
} as const satisfies Record<string, PathRow>
