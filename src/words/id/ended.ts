/** A form that came when the session had ended: nothing of it is lost, and nothing is done yet. */
export const ended = {
  title: 'Belum terkirim',
  why: 'Sesi Anda sudah berakhir, jadi kiriman ini belum kami terima. Isiannya masih ada di sini.',
  ask: (reference: string) => `Isi kode akses laporan ${reference}, lalu kirim lagi.`,
  send: 'Kirim lagi',
  kept: 'Kiriman ini belum kami terima. Isiannya masih ada di sini.',
  unsure: 'Isiannya masih ada di sini. Kirim lagi saja: satu kiriman tercatat sekali.',
  words: 'Tulisan Anda, bisa dipendekkan',
  proof: 'Buktikan dulu bahwa ini kiriman Anda sendiri.',
  other: 'Punya akun lain yang berwenang? Masuk di sini, lalu kirim lagi.',
  files: 'Berkas yang Anda pilih tidak ikut tersimpan. Pilih lagi di sini.',
  filesAgain: 'Pilih lagi berkasnya',
  keyMissing: 'Isi kode akses Anda.',
  wrongKey: 'Kode akses tidak cocok dengan nomor laporan ini. Periksa, lalu kirim lagi.',
  wait: (minutes: number) => `Terlalu banyak percobaan. Coba lagi dalam ${minutes} menit.`,
} as const
