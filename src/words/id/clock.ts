export const clock = {
  /** The four stages of the clock line. */
  verify: 'Verifikasi',
  followUp: 'Tanggapan',
  settle: 'Penanganan',
  confirm: 'Konfirmasi',
  label: 'Tahap penanganan',
  done: 'selesai',
  doneLate: 'selesai terlambat',
  late: 'lewat tenggat',
  wait: 'jam berhenti',
  lateBrief: 'lewat',
  waitBrief: 'berhenti',
  now: 'berjalan',
  next: 'belum mulai',
  skipped: 'tidak berlaku',
  of: (used: string, length: string) => `${used} dari ${length}`,
} as const
