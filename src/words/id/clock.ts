export const clock = {
  /** The four stages of the clock line. */
  verify: 'Periksa',
  followUp: 'Tanggapi',
  settle: 'Tangani',
  confirm: 'Pastikan',
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
