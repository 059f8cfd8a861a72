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
