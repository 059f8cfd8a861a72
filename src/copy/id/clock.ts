export const clock = {
  /** The four stages of the clock line. */
  verify: 'Verifikasi',
  followUp: 'Tindak lanjut',
  settle: 'Selesaikan',
  confirm: 'Konfirmasi',
  label: 'Tahap penanganan',
  done: 'selesai',
  doneLate: 'selesai terlambat',
  late: 'lewat tenggat',
  wait: 'jam berhenti',
  now: 'berjalan',
  next: 'belum mulai',
  skipped: 'tidak berlaku',
  of: (used: string, length: string) => `${used} dari ${length}`,
} as const
