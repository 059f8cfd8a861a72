/** What stands beside a field of the report form that came back. */
export const filingErrors = {
  textShort: 'Isi laporan minimal 20 karakter. Ceritakan apa, di mana, dan kapan.',
  textLong: 'Isi laporan maksimal 5.000 karakter. Ringkas isinya, lalu kirim lagi.',
  class: 'Pilih jenis laporan dari daftar.',
  date: 'Tanggal belum terbaca. Tulis seperti 24/11/2026.',
  future: 'Tanggal kejadian belum tiba. Pilih hari ini atau sebelumnya.',
  longAgo: 'Tanggal terlalu lama berlalu. Periksa tahunnya.',
  category: 'Pilih kategori dari daftar, atau kosongkan.',
  subdistrict: 'Pilih kelurahan dari daftar, atau kosongkan.',
  agency: 'Pilih OPD dari daftar, atau kosongkan.',
  email: 'Alamat e-mail belum terbaca. Tulis seperti nama@contoh.id, atau kosongkan.',
  visibility: 'Pilih Terbuka atau Rahasia.',
  extraLong: 'Isian ini terlalu panjang. Ringkas isinya.',
  tokenLost: 'Formulir ini tidak lengkap terbaca. Isian Anda tetap ada. Kirim sekali lagi.',
  old: 'Formulir ini dibuka lebih dari 7 hari lalu. Kirim sebagai laporan baru?',
} as const
