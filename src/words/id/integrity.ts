/** The first thing that is not as it was written: of which report, which event, what else. */
type Say = (report: string, event: string, other: string) => string

/** Periksa keutuhan: whether histories are as they were written. */
export const integrity = {
  title: 'Periksa keutuhan',
  lead: 'Setiap langkah pada laporan mengunci langkah sebelumnya. Yang diubah di luar sistem ketahuan di sini.',
  one: 'Satu laporan',
  number: 'Nomor laporan',
  checkOne: 'Periksa laporan',
  every: 'Semua laporan',
  everyLead: 'Berjalan bertahap. Hasilnya tampil di sini, juga bila Anda menutup halaman.',
  checkAll: 'Periksa semua',
  running: (n: string) => `Pemeriksaan berjalan: ${n} laporan sudah dilihat.`,
  reload: 'Lihat kemajuannya',
  results: 'Pemeriksaan sebelumnya',
  noResults: 'Belum pernah diperiksa dari sini.',
  asked: (by: string) => `${by} meminta pemeriksaan semua laporan`,
  ofAll: (by: string) => `Semua laporan, diminta ${by}`,
  ofOne: (by: string, report: string) => `${report}, diperiksa ${by}`,
  whole: (n: string) => `Utuh: ${n} laporan persis seperti dicatat riwayatnya.`,
  broken: (n: string, all: string) => `Tidak cocok: ${n} dari ${all} laporan.`,
  next: 'Jangan perbaiki apa pun dulu. Kabari operator dan Inspektorat.',
  secret: 'Sebuah laporan pengawasan',
  unknown: 'Laporan tidak ditemukan. Periksa lagi nomornya.',
  already: 'Pemeriksaan sebelumnya masih berjalan. Tunggu sampai selesai.',
  done: {
    one: 'Laporan diperiksa. Hasilnya di bawah.',
    all: 'Pemeriksaan dimulai.',
  },
  /** By the table that a row is of. */
  rows: {
    complaint: 'laporan',
    clock: 'jam',
    assignment: 'penugasan',
    message: 'pesan',
    attachment: 'berkas',
    identity: 'identitas pelapor',
    reveal: 'pembukaan identitas',
  },
  /** By what was found. */
  problems: {
    'no-events': (report) => `${report}: tidak punya riwayat sama sekali.`,
    'foreign-event': (report, event) => `${report}: peristiwa ke-${event} milik laporan lain.`,
    'repeated-seq': (report, event) => `${report}: peristiwa ke-${event} ada dua.`,
    gap: (report, event, other) => `${report}: peristiwa ke-${event} sampai ${other} hilang.`,
    'wrong-previous': (report, event) =>
      `${report}: peristiwa ke-${event} tidak menyambung yang sebelumnya.`,
    altered: (report, event) => `${report}: peristiwa ke-${event} diubah sesudah ditulis.`,
    swapped: (report, event) => `${report}: peristiwa ke-${event} ditukar dengan yang lain.`,
    'content-mismatch': (report, event) =>
      `${report}: tulisan pada peristiwa ke-${event} bukan yang dulu ditulis.`,
    'words-gone': (report, event) =>
      `${report}: tulisan pada peristiwa ke-${event} hilang tanpa dihapus siapa pun.`,
    'half-erased': (report, event) => `${report}: peristiwa ke-${event} hanya terhapus sebagian.`,
    'tail-dropped': (report, event, other) =>
      `${report}: peristiwa terakhir, ke-${event} sampai ${other}, hilang.`,
    'row-behind': (report, event) =>
      `${report}: peristiwa ke-${event} ada, tetapi tidak dikenal laporannya.`,
    'row-hash-differs': (report, event) =>
      `${report}: kunci sesudah peristiwa ke-${event} tidak cocok.`,
    'state-differs': (report, event) =>
      `${report}: statusnya bukan seperti peristiwa terakhir, ke-${event}.`,
    'agency-differs': (report, event) =>
      `${report}: OPD-nya bukan seperti peristiwa terakhir, ke-${event}.`,
    'row-altered': (report, event, other) =>
      `${report}: data “${other}” bukan seperti ditinggalkan peristiwa ke-${event}.`,
    'row-dropped': (report, event, other) =>
      `${report}: data “${other}” dari peristiwa ke-${event} hilang.`,
    'row-added': (report, _event, other) =>
      `${report}: data “${other}” tidak ditulis peristiwa mana pun.`,
    'complaint-row-missing': (report) => `${report}: laporannya hilang, riwayatnya masih ada.`,
    'complaints-swapped': (report, _event, other) => `${report}: riwayatnya milik ${other}.`,
  } satisfies Record<string, Say>,
} as const
