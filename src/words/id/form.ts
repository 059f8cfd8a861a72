export const form = {
  title: 'Sampaikan laporan',
  noAccount: 'Tanpa akun, tanpa biaya.',
  verifyBy: (date: string) => `Kami verifikasi paling lambat ${date}.`,
  emergency: (what: string) => `${what}? Jangan isi formulir.`,
  emergencyCall: (number: string) => `Telepon ${number} sekarang`,
  optional: 'boleh dikosongkan',
  chooseCategory: 'Pilih, atau kami yang memilih',
  chooseSubdistrict: 'Pilih kelurahan',
  chooseAgency: 'Tidak tahu, kami yang menentukan',
  whoSees: 'Siapa yang boleh melihat?',
  open: 'Terbuka',
  openHint: 'Isi laporan tampil untuk umum setelah kami periksa. Nama Anda tidak.',
  confidential: 'Rahasia',
  confidentialHint:
    'Tidak tampil untuk umum. Petugas, pimpinan, dan pengawas kota bisa membacanya.',
  anonymous: 'Sembunyikan nama saya dari OPD juga',
  anonymousHint: 'Kontak Anda tersegel. Setiap pembukaan tercatat dan Anda diberi tahu.',
  anonymousLimit:
    'Kami menyembunyikan nama dan kontak Anda. Isi dan foto bisa tetap mengungkap siapa Anda. Hindari menyebut nama, jabatan, atau hal yang hanya Anda tahu.',
  contact: 'Supaya kami bisa mengabari',
  contactHint:
    'Boleh kosong. Kabar kami kirim lewat e-mail. Tanpa e-mail, catat nomor dan kode laporan Anda.',
  more: 'Pilihan lain: judul, jenis, OPD, kerugian',
  photosLater: 'Foto bisa ditambahkan setelah laporan terkirim.',
  submit: 'Kirim laporan',
  privacy: 'Cara kami menjaga data Anda',
  same: 'Laporan yang sama sudah kami terima. Kirim lagi?',
  sameReceipt: 'Lihat tanda terimanya',
  alreadySent:
    'Laporan sebelumnya dari formulir ini sudah kami terima. Kirim ini sebagai laporan baru?',
  closed: 'Formulir ini sedang ditutup.',
  notSaved: 'Kiriman Anda belum tersimpan.',
} as const

/** Label and hint of each field, under the name it is posted with. */
export const fields = {
  isi: {
    label: 'Apa yang terjadi?',
    hint: 'Ceritakan apa, di mana, dan kapan. Minimal 20 karakter.',
  },
  kategori: { label: 'Tentang apa?' },
  kelurahan: { label: 'Di kelurahan mana?' },
  patokan: { label: 'Patokan', hint: 'Misalnya: depan sekolah, seberang warung.' },
  tanggal: { label: 'Kapan terjadi?' },
  kontak_telepon: { label: 'Nomor ponsel' },
  kontak_email: { label: 'E-mail' },
  nama: { label: 'Nama Anda' },
  judul: { label: 'Judul singkat', hint: 'Kosongkan, kami ambil dari kalimat pertama.' },
  jenis: { label: 'Jenis laporan' },
  opd: { label: 'OPD tujuan', hint: 'OPD: Organisasi Perangkat Daerah, seperti dinas dan badan.' },
  titik: { label: 'Titik di peta', hint: 'Tempel angka dari aplikasi peta: 1.66667, 101.44321' },
  kuasa: {
    label: 'Melapor untuk orang lain',
    hint: 'Tulis nama orang itu dan hubungan Anda dengannya.',
  },
  kerugian: { label: 'Kerugian yang dialami' },
  tuntutan: { label: 'Penyelesaian yang diharapkan' },
} as const

export type FieldName = keyof typeof fields
