export const home = {
  title: (city: string) => `Lapor ke Pemerintah ${city}`,
  headline: 'Ada yang perlu dibenahi?',
  lead: (city: string) =>
    `Sampaikan keluhan, usul, atau pertanyaan kepada Pemerintah ${city}. Kami jawab dengan tenggat yang jelas.`,
  report: 'Sampaikan laporan',
  promise: 'Tanpa akun. Tanpa biaya. Nama boleh disembunyikan.',
  trackTitle: 'Sudah melapor?',
  stepsTitle: 'Apa yang terjadi setelah Anda melapor',
  step1: 'Kami verifikasi',
  step1Text: (days: string) => `Paling lama ${days}. Bukan wewenang kami? Kami tunjukkan ke mana.`,
  step2: 'OPD menindaklanjuti',
  step2Text: (days: string) => `Tanggapan pertama paling lama ${days}. OPD: dinas atau badan kota.`,
  step3: 'OPD menyelesaikan',
  step3Text: (complaint: string, information: string) =>
    `Pengaduan paling lama ${complaint}. Permintaan informasi ${information}.`,
  step4: 'Anda yang memastikan',
  step4Text: (days: string) => `Nyatakan selesai atau belum dalam ${days}.`,
  figuresTitle: 'Kinerja kami',
  recentTitle: 'Laporan warga terbaru',
  allReports: 'Lihat semua laporan',
  noReports: 'Belum ada laporan yang tampil untuk umum.',
} as const

export const figures = {
  received: 'laporan diterima',
  open: 'masih dikerjakan',
  overdue: 'lewat tenggat sekarang',
  late: 'diselesaikan terlambat',
  firstAnswer: 'hari kerja sampai tanggapan pertama (median)',
  closing: 'hari kerja sampai selesai (median)',
  satisfaction: 'nilai kepuasan',
  outOfFive: 'dari 5',
  disputed: 'dinyatakan belum selesai oleh pelapor',
  none: 'belum ada',
  period: (text: string) => `Periode: ${text}`,
  monthly: 'Per bulan',
  month: 'Bulan',
} as const
