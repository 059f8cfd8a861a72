/** Why a request got no further, where more is known than its status says. */
export const requests = {
  tooLarge: 'Isinya lebih besar dari batas kami.',
  otherSite: 'Kiriman ini datang dari situs lain. Buka halaman kami, lalu kirim dari sana.',
  otherHost: (address: string) => `Alamat kami ${address}. Buka formulirnya di sana.`,
  unknownOrigin:
    'Kami tidak bisa memastikan asal kiriman ini. Muat ulang halamannya, lalu kirim lagi.',
  readOnly: 'Sistem sedang dalam pemeliharaan. Kiriman Anda belum tersimpan.',
  readOnlyNow:
    'Sistem sedang dalam pemeliharaan. Laporan baru belum bisa dikirim, tetapi semua laporan bisa dibaca.',
  requestId: (id: string) => `Kode gangguan: ${id}`,
} as const
