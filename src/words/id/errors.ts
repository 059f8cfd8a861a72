/** Pages for what went wrong: what happened, why, what to do. */
export const errors = {
  400: {
    title: 'Kiriman tidak terbaca',
    why: 'Isinya rusak di jalan atau tidak lengkap.',
    todo: 'Kembali ke formulirnya, lalu kirim lagi.',
  },
  401: {
    title: 'Masuk dulu',
    why: 'Sesi Anda sudah berakhir.',
    todo: 'Masuk lagi, lalu ulangi langkah tadi.',
  },
  403: {
    title: 'Halaman ini tidak bisa Anda buka',
    why: 'Halaman ini hanya untuk petugas dengan peran tertentu.',
    todo: 'Masuk dengan akun yang sesuai, atau hubungi admin kota.',
  },
  404: {
    title: 'Halaman tidak ditemukan',
    why: 'Alamatnya mungkin salah ketik, atau halamannya sudah pindah.',
    todo: 'Periksa alamatnya. Mencari laporan? Pakai Lacak laporan.',
  },
  405: {
    title: 'Alamat ini tidak menerima permintaan seperti itu',
    why: 'Halaman ini dibuka dengan cara yang tidak kami kenal.',
    todo: 'Buka lewat tautan atau tombol di halaman kami.',
  },
  410: {
    title: 'Laporan ini tidak lagi tampil untuk umum',
    why: 'Laporan ditarik dari tampilan umum. Penanganannya bisa tetap berjalan.',
    todo: 'Anda pelapornya? Buka dengan nomor dan kode akses Anda.',
  },
  413: {
    title: 'Kiriman terlalu besar',
    why: 'Batasnya 5 MB per berkas dan 5 berkas sekali kirim.',
    todo: 'Kirim satu foto dulu, atau perkecil fotonya. Laporan Anda sendiri tetap aman.',
  },
  415: {
    title: 'Bentuk kiriman tidak dikenal',
    why: 'Kami menerima isian formulir, foto, dan PDF.',
    todo: 'Kirim lewat formulir di halaman kami.',
  },
  422: {
    title: 'Kiriman belum lengkap',
    why: 'Ada isian yang belum bisa kami baca.',
    todo: 'Kembali ke halaman sebelumnya, periksa isian, lalu kirim lagi.',
  },
  429: {
    title: 'Terlalu banyak percobaan',
    why: 'Kami membatasi percobaan supaya laporan warga tetap aman.',
    todo: 'Tunggu beberapa menit, lalu coba lagi. Tidak ada yang hilang.',
  },
  500: {
    title: 'Sistem kami terganggu',
    why: 'Kesalahannya di pihak kami, bukan pada Anda.',
    todo: 'Coba lagi sebentar lagi. Isian yang belum terkirim bisa dikirim ulang dengan aman.',
  },
  503: {
    title: 'Layanan belum siap',
    why: 'Sistem sedang dalam pemeliharaan.',
    todo: 'Coba lagi sebentar lagi.',
  },
} as const

export type ErrorCode = keyof typeof errors

export const errorPage = {
  home: 'Ke halaman depan',
  track: 'Lacak laporan',
  call: (phone: string) => `Masih gagal? Hubungi kami di ${phone}.`,
  prefix: 'Galat: ',
  kept: 'Tulisan Anda, bisa disalin',
  count: (n: number) => `Ada ${n} isian yang perlu diperbaiki`,
} as const
