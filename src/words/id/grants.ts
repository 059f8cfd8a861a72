import type { RightsChange } from '../../domain/people/grants.ts'

const nobody = 'petugas yang sudah tidak tercatat'

/** Where a second person says yes to a role, and what became of everybody's rights. */
export const grants = {
  title: 'Persetujuan peran',
  lead: 'Peran yang melihat atau memutuskan identitas perlu persetujuan orang kedua.',
  waiting: 'Menunggu persetujuan',
  none: 'Tidak ada yang menunggu.',
  asked: (by: string, when: string) => `Diminta ${by}, ${when}.`,
  until: (when: string) => `Perlu jawaban sebelum ${when}.`,
  ripens: (when: string) => `Tidak ada orang kedua. Tanpa penolakan, berlaku sendiri ${when}.`,
  own: 'Anda yang meminta. Orang lain yang memutuskan.',
  forYou: 'Peran ini untuk Anda. Orang lain yang memutuskan.',
  onlooker: 'Admin kota atau pimpinan yang memutuskan.',
  why: 'Catatan (wajib bila menolak)',
  whyMissing: 'Tulis alasan penolakan, minimal 10 karakter.',
  yes: 'Setujui',
  no: 'Tolak',
  takeBack: 'Tarik permintaan',
  late: 'Permintaan ini sudah dijawab atau lewat waktunya.',
  notYours: 'Anda tidak bisa memutuskan permintaan ini.',
  done: {
    setuju: 'Peran diberikan.',
    tolak: 'Peran tidak diberikan.',
  } as Record<string, string>,
  log: 'Riwayat hak akses',
  noLog: 'Belum ada perubahan hak.',
  when: 'Waktu',
  what: 'Perubahan',
  who: 'Petugas',
  by: 'Oleh',
  reason: 'Alasan',
  older: 'Lebih lama',
  changes: {
    asked: 'Peran diminta',
    granted: 'Peran diberikan',
    refused: 'Peran ditolak',
    expired: 'Permintaan lewat waktu',
    ended: 'Peran diakhiri',
    disabled: 'Dinonaktifkan',
    enabled: 'Diaktifkan lagi',
    invited: 'Undangan terkirim',
  } satisfies Record<RightsChange, string>,
  /** `by` as it is kept: 'staff:<id>', 'operator' or 'timer'. */
  byWhom: (by: string, name: string | null): string =>
    name ?? { operator: 'operator sistem', timer: 'sistem' }[by] ?? nobody,
  nobody,
} as const
