export const oneTime = {
  title: (reference: string) => `Laporan ${reference}`,
  gone: 'Tautan ini sudah tidak berlaku',
  goneText: 'Tautan sudah dipakai, atau sudah lewat 14 hari. Laporan Anda tetap aman.',
  moved: 'Alamat e-mail tujuan surat ini sudah diganti atau dihapus. Laporannya tetap aman.',
  useKey: 'Buka dengan nomor dan kode akses',
  more: 'Ingin melihat laporan lengkap?',
  secret: 'Laporan ini rahasia. Baca isinya dengan nomor dan kode akses.',
  done: 'Terima kasih. Kami sudah menerimanya.',
} as const
