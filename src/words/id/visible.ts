/** Who can see a report, for its reporter. */
export const visible = {
  open: 'Umum: isi yang sudah kami periksa, tanpa nama dan kontak Anda.',
  secret: 'Rahasia: tidak tampil untuk umum. Petugas, pimpinan, dan pengawas kota bisa membacanya.',
  anonymous: 'OPD hanya membaca salinan yang kami saring, tanpa nama dan kontak Anda.',
  sealed: 'Nama dan kontak Anda tersegel. Pembukaannya tercatat.',
  nobody: 'Kami tidak menyimpan nama atau kontak Anda.',
} as const
