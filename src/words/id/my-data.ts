export const myData = {
  title: 'Data saya',
  lead: 'Semua yang kami simpan tentang Anda di laporan ini.',
  contact: 'Nama dan kontak',
  contactHint: 'Tersimpan tersandi. Anda bisa membetulkan atau mengosongkannya.',
  save: 'Simpan perubahan',
  saved: 'Perubahan tersimpan.',
  often: (most: number) =>
    `Data ini sudah diubah ${most} kali dalam sehari. Isian Anda tetap ada. Coba lagi besok.`,
  saveFailed: 'Perubahan belum tersimpan. Coba lagi sebentar lagi.',
  words: 'Isi laporan',
  download: 'Unduh data saya',
  downloadHint: 'Berkas JSON berisi laporan, percakapan, dan riwayat.',
  erase: 'Hapus data saya',
  eraseText:
    'Nama, kontak, isi laporan, percakapan, dan foto dihapus. Nomor, tanggal, dan riwayat langkah tetap ada.',
  eraseForever: 'Penghapusan tidak bisa dibatalkan.',
  eraseConfirm: 'Saya mengerti dan ingin menghapus',
  eraseNeeds: 'Centang dulu kotak di bawah. Penghapusan tidak bisa dibatalkan.',
  eraseOpen: 'Laporan masih ditangani. Cabut laporan dulu, atau tunggu sampai ditutup.',
  eraseFailed: 'Data Anda belum terhapus. Coba lagi sebentar lagi.',
  erased: 'Data Anda sudah dihapus dari laporan ini.',
  back: 'Kembali ke laporan',
} as const
