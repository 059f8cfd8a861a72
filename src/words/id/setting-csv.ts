import type { Counts, ImportState, LineFate } from '../../domain/city/imports.ts'

/** Tables from outside. */
export const settingCsv = {
  title: 'Ambil dari tabel',
  lead: 'Dari lembar kerja, disimpan sebagai CSV. Tidak ada yang berubah sebelum Anda menjalankannya.',
  back: 'Kembali ke daftar',
  file: 'Berkas CSV',
  fileHint: (lines: string) => `Paling banyak ${lines} baris. Baris pertama berisi nama kolom.`,
  paste: 'Atau tempel dari lembar kerja',
  pasteHint: (order: string) => `Satu baris satu isian. Tanpa nama kolom, urutannya: ${order}.`,
  pasted: 'Isian yang ditempel',
  send: 'Unggah berkas',
  columns: 'Kolom yang dikenal',
  required: 'harus diisi',
  example: 'Unduh tabel yang sekarang sebagai contoh',
  missing: 'Pilih berkas CSV, atau tempel isinya.',
  empty: 'Berkas ini tidak berisi baris.',
  unreadable: 'Berkas ini bukan CSV. Simpan lembar kerjanya sebagai CSV dulu.',
  long: (lines: number, bytes: number) =>
    `Berkas terlalu besar. Paling banyak ${lines / 1000}.000 baris dan ${bytes / 1024 / 1024} MB.`,
  wide: 'Tabel ini terlalu lebar. Paling banyak 100 kolom, dan 20.000 huruf dalam satu sel.',
  noColumn: 'Pilih paling sedikit satu kolom.',
  mappedAnew: 'Kolomnya diubah orang lain. Periksa barisnya, lalu jalankan.',
  noneOf: 'Tidak ada di berkas',
  mapping: 'Kolom mana berisi apa',
  check: 'Periksa setiap baris',
  start: 'Jalankan',
  line: 'Baris',
  fate: 'Hasil',
  why: 'Sebab ditolak',
  states: {
    mapping: 'Cocokkan kolomnya dulu.',
    checking: 'Sedang diperiksa.',
    checked: 'Sudah diperiksa. Belum ada yang berubah.',
    running: 'Sedang dijalankan.',
    done: 'Selesai.',
  } satisfies Record<ImportState, string>,
  linesIn: (n: number) => `${n} baris.`,
  looked: (n: number, of: number) => `${n} dari ${of} baris.`,
  counted: ({ added, changed, same, refused }: Counts) =>
    `${added} baru, ${changed} berubah, ${same} tetap, ${refused} ditolak.`,
  fates: {
    added: 'baru',
    changed: 'berubah',
    same: 'tetap',
    refused: 'ditolak',
  } satisfies Record<LineFate, string>,
  undo: {
    button: 'Batalkan semuanya',
    hint: 'Laporan yang sudah dikerjakan petugas tetap ada. Yang lain ditarik dan isinya dihapus.',
    working: (here: number) => `Sedang dibatalkan. Masih ${here} laporan.`,
    done: (left: number) =>
      left === 0
        ? 'Sudah dibatalkan.'
        : `Sudah dibatalkan, kecuali ${left} laporan yang sudah dikerjakan.`,
  },
  refusedFile: 'Unduh baris yang ditolak (CSV)',
  onlyRefused: 'Lihat yang ditolak saja',
}
