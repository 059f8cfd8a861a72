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
