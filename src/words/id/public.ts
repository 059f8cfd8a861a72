export const reports = {
  title: 'Laporan warga',
  lead: 'Hanya laporan yang sudah diperiksa dan boleh tampil untuk umum.',
  search: 'Cari kata',
  category: 'Kategori',
  district: 'Kecamatan',
  agency: 'OPD',
  state: 'Keadaan',
  year: 'Tahun diterima',
  yearHint: (months: string) => `Tanpa tahun, pencarian hanya mencakup ${months} bulan terakhir.`,
  all: 'Semua',
  submit: 'Cari laporan',
  filter: 'Saring laporan',
  none: 'Tidak ada laporan yang cocok. Kurangi saringan, atau coba kata lain.',
} as const

export const report = {
  about: 'Tentang',
  place: 'Tempat',
  point: 'Titik',
  agency: 'OPD penanggung jawab',
  received: 'Diterima',
  brought: 'Dibawa dari catatan lama',
  joined: (n: string) => `${n} warga melaporkan hal yang sama.`,
  answers: 'Tanggapan OPD',
  noAnswers: 'Belum ada tanggapan.',
  photos: 'Foto',
  history: 'Riwayat',
  confirmed: 'Pelapor menyatakan selesai',
  disputed: 'Pelapor menyatakan belum selesai',
  yours: 'Ini laporan Anda?',
  yoursLink: 'Lacak dengan nomor dan kode',
  number: (reference: string) => `Laporan ${reference}`,
  district: 'Kecamatan',
  notReleased: 'Isi laporan belum tampil untuk umum. Kami periksa dulu sebelum menampilkannya.',
  rating: (score: string) => `Nilai kepuasan pelapor ${score} dari 5`,
} as const

export const agency = {
  figures: 'Kinerja penanganan',
  open: 'Laporan yang sedang ditangani',
  report: 'Laporkan ke OPD ini',
  survey: 'Nilai layanan OPD ini',
  surveyResults: 'Hasil survei kepuasan',
  count: 'Laporan lain semua dihitung, juga yang isinya belum tampil untuk umum.',
  trend: 'Dua belas bulan: masuk dan lambat',
  trendSummary: (received: string, late: string) =>
    `${received} laporan masuk, ${late} di antaranya lambat.`,
} as const

export const agencies = {
  title: 'Kinerja OPD',
  lead: 'OPD: Organisasi Perangkat Daerah, yaitu dinas, badan, kecamatan, dan kantor kota.',
  total: 'Semua OPD',
  barsHint: 'Batang: bagian penuh yang lambat, garis tepi yang lain.',
} as const
