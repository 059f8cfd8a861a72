import type { PathRow } from './path-row.ts'

/** Of `paths.ts`: between the password and the desk, and everyone's own account. */
export const accountRows = {
  secondStep: {
    at: '/petugas/masuk/langkah-kedua',
    for: 'staff',
    guard: 'own',
    get: 'page',
    post: 'form',
    readOnly: 'open',
  },
  /** By a key alone; and what a browser is to ask of one, for this and for the second step. */
  keySignIn: {
    at: '/petugas/masuk/kunci-sandi',
    for: 'all',
    get: 'data',
    post: 'form',
    readOnly: 'open',
  },
  accountKey: {
    at: '/petugas/akun/kunci-sandi',
    for: 'staff',
    get: 'page',
    post: 'form',
    proof: true,
  },
  account: { at: '/petugas/akun', for: 'staff', get: 'page' },
  accountPassword: { at: '/petugas/akun/sandi', for: 'staff', post: 'form', proof: true },
  accountSession: { at: '/petugas/akun/sesi/:id', for: 'staff', post: 'form' },
  accountApp: {
    at: '/petugas/akun/aplikasi',
    for: 'staff',
    get: 'page',
    post: 'form',
    proof: true,
  },
  accountFactorEnd: {
    at: '/petugas/akun/langkah-kedua/pelepasan',
    for: 'staff',
    post: 'form',
    proof: true,
  },
  accountCodes: { at: '/petugas/akun/kode-cadangan', for: 'staff', post: 'form', proof: true },
  secondReset: {
    at: '/petugas/persetujuan-langkah-kedua/:id',
    for: 'overseer',
    post: 'form',
    proof: true,
  },
  staffSecond: { at: '/petugas/staf/:id/langkah-kedua', for: 'admin', post: 'form', proof: true },
} as const satisfies Record<string, PathRow>
