/** Their own page of whoever is signed in. */
export const account = {
  title: 'Akun saya',
  name: 'Nama',
  nameHint: 'Nama dan e-mail dibetulkan admin kota.',
  email: 'E-mail dinas',
  passwordTitle: 'Ganti kata sandi',
  passwordHint: 'Perangkat lain langsung keluar. Perangkat ini tetap masuk.',
  sessionsTitle: 'Perangkat yang masuk',
  sessionsLead: 'Kami tidak menyimpan jenis perangkat dan alamat internet Anda.',
  session: (began: string, used: string) => `Masuk ${began}. Terakhir dipakai sekitar ${used}.`,
  thisOne: 'Perangkat ini',
  end: 'Keluarkan',
  everywhereHint:
    'Semua perangkat, juga yang ini, harus masuk lagi. Isian yang belum terkirim hilang.',
  done: {
    sandi: 'Kata sandi baru tersimpan. Perangkat lain sudah keluar.',
    keluar: 'Perangkat itu sudah keluar.',
  } as Record<string, string>,
} as const
