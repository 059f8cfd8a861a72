export const info = {
  managerLead: 'Orang dan kantor yang bertanggung jawab atas laporan Anda.',
  office: 'Kantor',
  position: 'Penanggung jawab',
  address: 'Alamat',
  phone: 'Telepon',
  email: 'E-mail',
  hours: 'Jam kerja',
  hoursText: (from: string, to: string, zone: string) => `Senin-Jumat, ${from}-${to} ${zone}`,
  otherLead: 'Situs ini bukan satu-satunya jalan. Pilih yang paling mudah.',
  unsatisfiedLead: 'Anda berhak meminta penilaian pihak lain. Semuanya gratis.',
  first: 'Mulai dari sini',
  firstText:
    'Belum selesai? Nyatakan belum selesai di halaman laporan Anda. Laporan yang sudah ditutup bisa dibuka kembali dalam 30 hari.',
  next: 'Ke mana selanjutnya',
  privacyLead: 'Kami meminta sesedikit mungkin dan menjaganya.',
  takenTitle: 'Apa yang kami simpan',
  taken: [
    'Isi laporan, tempat, tanggal, dan foto yang Anda kirim.',
    'Nama dan kontak, hanya bila Anda mengisinya. Keduanya disimpan tersandi dan terpisah.',
    'Kami tidak meminta NIK dan tidak memakai pelacak.',
  ],
  whyTitle: 'Untuk apa',
  why: [
    'Menangani laporan Anda. Dasarnya tugas pelayanan publik.',
    'Menampilkan laporan untuk umum, hanya setelah kami periksa. Nama Anda tidak tampil.',
  ],
  whoTitle: 'Siapa yang melihat',
  who: [
    'Petugas yang menangani, pimpinan, dan pengawas kota membaca isi laporan. Juga yang rahasia.',
    'Identitas hanya dibuka dengan alasan. Setiap pembukaan tercatat.',
    'Anda melihat catatan itu di halaman laporan setelah 7 hari.',
    'Pihak yang Anda laporkan tidak boleh membuka identitas Anda.',
  ],
  limitTitle: 'Apa yang tidak bisa kami jamin',
  limit: [
    'Isi dan foto bisa tetap mengungkap siapa Anda.',
    'Data disimpan di penyedia komputasi awan di luar Indonesia.',
  ],
  keepTitle: 'Berapa lama',
  keep: (months: string) =>
    `Identitas dan isi laporan dihapus ${months} bulan setelah laporan ditutup.`,
  rightsTitle: 'Hak Anda',
  rights:
    'Anda bisa melihat, membetulkan, mengunduh, dan menghapus data Anda. Pakai nomor dan kode akses, atau hubungi kami. Kami jawab dalam 72 jam.',
} as const
