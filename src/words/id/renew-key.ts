export const renewKey = {
  title: 'Perbarui kode akses',
  lead: 'Ini kode baru Anda. Catat dulu, baru pakai.',
  keep: 'Simpan juga sebagai tautan:',
  link: 'tautan laporan dengan kode baru',
  noted: 'Kode baru sudah saya catat',
  dies: 'Kode yang lama langsung tidak berlaku. Yang memegangnya tidak bisa masuk lagi.',
  send: 'Pakai kode baru',
  often: (most: number) =>
    `Kode belum diperbarui: sudah ${most} kali hari ini. Kode Anda yang sekarang tetap berlaku. Coba lagi besok.`,
  unsure: 'Catat kode barunya, lalu centang kotak di bawah.',
  back: 'Kembali ke Data saya',
  /** On Data saya. */
  why: 'Pernah dilihat orang lain? Ganti kodenya, juga bila petugas yang mencatat laporan Anda.',
  /** On the status page, where a step waits for it. */
  seen: 'Kode Anda dilihat petugas OPD saat mencatat. Perbarui, lalu minta verifikator memastikannya, sebelum menilai, mengonfirmasi, mencabut, atau menghapus.',
} as const
