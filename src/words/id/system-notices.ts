import { type Letter, paragraphs } from './notice.ts'

/** Letters about the system itself, to administrators and to the archive outside. */
export const systemNotices = {
  calendar_missing: (year: number): Letter => ({
    subject: `Kalender kerja ${year} belum dimuat`,
    body: paragraphs(
      `Hari libur dan cuti bersama ${year} belum ada di sistem.`,
      `Tenggat di tahun ${year} masih berupa perkiraan.`,
      'Muat kalendernya segera setelah SKB terbit.',
    ),
  }),
  figures_differ: (agency: string, month: string): Letter => ({
    subject: `Angka ${agency} untuk ${month} tidak cocok`,
    body: paragraphs(
      `Hitungan ulang ${month} berbeda dari angka yang tersimpan.`,
      'Angka itu belum kami ubah. Rinciannya ada di log sistem.',
      'Jalankan pemeriksaan riwayat sebelum memakai angka ini.',
    ),
  }),
  history_differs: (day: string): Letter => ({
    subject: `Riwayat laporan tidak cocok, ${day}`,
    body: paragraphs(
      'Ada laporan yang tidak lagi seperti dicatat riwayatnya.',
      'Mungkin isinya diubah di luar sistem. Jangan perbaiki apa pun dulu.',
      'Nomornya ada di log sistem. Pengelola menjalankan pemeriksaan riwayat menurut panduan operasi.',
    ),
  }),
  month_report: (n: {
    whose: string
    month: string
    received: string
    open: string
    late: string
    overdueNow: string
    answered: string
    page: string
  }): Letter => ({
    subject: `Laporan bulan ${n.month}: ${n.whose}`,
    body: paragraphs(
      `Laporan warga yang diterima pada ${n.month}, menurut keadaan hari ini.`,
      [
        `Masuk: ${n.received}`,
        `Masih terbuka: ${n.open}`,
        `Tanggapan pertama tepat waktu: ${n.answered}`,
        `Terlambat: ${n.late}`,
        `Lewat tenggat sekarang, dari semua bulan: ${n.overdueNow}`,
      ].join('\n'),
      `Selengkapnya, untuk dicetak atau diunduh:\n${n.page}`,
    ),
  }),
  /** `what`: the change and the role. Names of staff alone. */
  rights_changed: (
    what: string,
    person: string,
    by: string,
    when: string,
    reason: string,
    link: string,
  ): Letter => ({
    subject: `Hak akses petugas: ${what}`,
    body: paragraphs(
      `Yang terjadi: ${what}\nPetugas: ${person}\nOleh: ${by}\nWaktu: ${when}`,
      reason && `Alasan: ${reason}`,
      'Terasa janggal? Tanyakan kepada admin kota atau Inspektorat hari ini juga.',
      `Lihat semuanya:\n${link}`,
    ),
  }),
  /** `outcome`: null while it waits; `alone`: nobody else could say yes. */
  setting_guarded: (
    where: string,
    changes: string,
    by: string,
    until: string,
    alone: boolean,
    outcome: 'granted' | 'refused' | 'expired' | null,
    link: string,
  ): Letter => {
    const ended = {
      granted: 'Perubahan ini berlaku sekarang.',
      refused: 'Perubahan ini ditolak.',
      expired: 'Tidak ada yang menjawab, jadi tidak berlaku.',
    }
    const waits = alone
      ? `Tanpa penolakan, ini berlaku sendiri ${until}.`
      : `Orang kedua memutuskannya sebelum ${until}.`
    return {
      subject: `Pengaturan yang dijaga: ${where}`,
      body: paragraphs(
        `Diminta oleh: ${by}\n${changes}`,
        outcome ? ended[outcome] : waits,
        'Terasa janggal? Tanyakan kepada admin kota atau Inspektorat hari ini juga.',
        `Lihat di sini:\n${link}`,
      ),
    }
  },
  /** `part` of the way, and which mailbox it is; `alone`: nobody else could say yes, so it comes by itself. */
  email_changed: (
    part: 'asked' | 'gone' | 'yours',
    city: string,
    until: string,
    alone: boolean,
    link: string,
  ): Letter => {
    const alarm = 'Bukan sepengetahuan Anda? Kabari Inspektorat atau admin lain hari ini juga.'
    const texts = {
      asked: {
        subject: `Tanggap ${city}: alamat e-mail akun Anda akan diganti`,
        body: paragraphs(
          'Admin kota meminta alamat e-mail lain untuk akun petugas Anda.',
          alone
            ? `Tanpa penolakan, itu berlaku sendiri ${until}.`
            : `Orang kedua memutuskannya sebelum ${until}.`,
          `Bukan permintaan Anda? Masuk lalu tolak di sini:\n${link}`,
          alarm,
        ),
      },
      gone: {
        subject: `Tanggap ${city}: alamat e-mail akun Anda diganti`,
        body: paragraphs(
          'Akun petugas Anda kini memakai alamat e-mail lain.',
          'Alamat ini, kata sandi lama, dan tautan lama tidak berlaku lagi.',
          alarm,
        ),
      },
      yours: {
        subject: `Tanggap ${city}: alamat ini untuk akun petugas Anda`,
        body: paragraphs(
          'Alamat e-mail ini kini dipakai untuk akun petugas Anda.',
          'Tautan untuk membuat kata sandi kami kirim dalam surat lain.',
          'Selama 3 hari akun ini belum bisa membuka identitas pelapor.',
        ),
      },
    }
    return texts[part]
  },
  account_changed: (city: string, what: string, when: string, link: string): Letter => ({
    subject: `Tanggap ${city}: perubahan pada akun Anda`,
    body: paragraphs(
      `Yang terjadi: ${what}\nWaktu: ${when}`,
      `Bukan Anda? Keluarkan semua perangkat, lepas kunci yang asing, lalu ganti kata sandi:\n${link}`,
      'Tidak bisa masuk? Hubungi admin kota atau Inspektorat hari ini juga.',
    ),
  }),
  day_digest: (day: string, line: string): Letter => ({
    subject: `Segel riwayat ${day}`,
    body: paragraphs(
      `Ini segel semua perubahan laporan pada ${day}.`,
      line,
      'Simpan surat ini di luar sistem. Dengannya riwayat bisa diperiksa.',
    ),
  }),
  held_letters: (count: string, lines: string, link: string): Letter => ({
    subject: `${count} kabar sekaligus`,
    body: paragraphs(
      'Kotak surat ini mendapat banyak kabar dalam satu jam.',
      `Karena itu ${count} kabar berikut kami kirim dalam satu surat.`,
      lines,
      `Buka laporannya di sini:\n${link}`,
      'Bukan Anda yang melapor? Abaikan surat ini.',
    ),
  }),
}
