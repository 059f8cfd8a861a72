import { type NoticeText, paragraphs } from './notice.ts'

function open(link: string): string {
  return `Buka laporan:\n${link}`
}

function by(due: string | undefined): string | undefined {
  return due && `Tenggatnya ${due}.`
}

/** Letters to the desk: agency, head, verifier, city, leader, Inspektorat. Never a reporter's name. */
export const staffNotices = {
  routed: (n) => ({
    subject: `Laporan baru untuk ${n.agency ?? 'OPD Anda'}: ${n.reference}`,
    body: paragraphs(
      `Laporan ${n.reference} diteruskan kepada OPD Anda.`,
      by(n.due),
      'Bukan wewenang OPD Anda? Kembalikan hari ini juga.',
      open(n.link),
    ),
  }),
  assigned: (n) => ({
    subject: `Anda memegang laporan ${n.reference}`,
    body: paragraphs(`Laporan ${n.reference} diserahkan kepada Anda.`, by(n.due), open(n.link)),
  }),
  unassigned: (n) => ({
    subject: `Laporan tanpa petugas: ${n.reference}`,
    body: paragraphs(
      'Petugas yang memegang laporan ini tidak lagi bertugas di OPD Anda.',
      'Laporan kembali kepada penghubung. Tunjuk petugas lain.',
      by(n.due),
      open(n.link),
    ),
  }),
  supporting: (n) => ({
    subject: `Diminta mendukung laporan ${n.reference}`,
    body: paragraphs(
      `OPD Anda diminta mendukung ${n.agency ?? 'OPD penanggung jawab'}.`,
      by(n.due),
      open(n.link),
    ),
  }),
  answered: (n) => ({
    subject: `Pelapor menjawab: ${n.reference}`,
    body: paragraphs('Ada pesan baru dari pelapor. Jam berjalan lagi.', by(n.due), open(n.link)),
  }),
  file_added: (n) => ({
    subject: `Berkas baru dari pelapor: ${n.reference}`,
    body: paragraphs('Pelapor menambah foto atau dokumen.', by(n.due), open(n.link)),
  }),
  words_added: (n) => ({
    subject: `Keterangan tambahan: ${n.reference}`,
    body: paragraphs(
      'Ada keterangan baru dari pelapor, atau dari warga yang laporannya digabung.',
      by(n.due),
      open(n.link),
    ),
  }),
  confirmed: (n) => ({
    subject: `Pelapor mengonfirmasi selesai: ${n.reference}`,
    body: paragraphs('Pelapor menyatakan laporan ini selesai. Terima kasih.', open(n.link)),
  }),
  disputed: (n) => ({
    subject: `Pelapor menyatakan belum selesai: ${n.reference}`,
    body: paragraphs(
      'Laporan kembali dikerjakan dengan tenggat baru.',
      by(n.due),
      'Baca alasan pelapor di halaman laporan.',
      open(n.link),
    ),
  }),
  reopened: (n) => ({
    subject: `Laporan dibuka kembali: ${n.reference}`,
    body: paragraphs('Laporan ini dibuka kembali. Alasannya ada di sana.', by(n.due), open(n.link)),
  }),
  withdrawn: (n) => ({
    subject: `Pelapor mencabut laporan ${n.reference}`,
    body: paragraphs(
      'Pelapor mencabut laporan ini.',
      'Laporan ini tidak perlu dikerjakan lagi.',
      open(n.link),
    ),
  }),
  withdrawal_noted: (n) => ({
    subject: `Pelapor meminta pencabutan: ${n.reference}`,
    body: paragraphs(
      'Pelapor ingin mencabut laporan ini.',
      'Laporan ini berkadar pengawasan. Pemeriksaan boleh dilanjutkan.',
      by(n.due),
      open(n.link),
    ),
  }),
  returned: (n) => ({
    subject: `Laporan dikembalikan: ${n.reference}`,
    body: paragraphs(
      'OPD menilai laporan ini bukan wewenangnya. Usul OPD ada di laporan.',
      by(n.due),
      open(n.link),
    ),
  }),
  objected: (n) => ({
    subject: `Pelapor keberatan: ${n.reference}`,
    body: paragraphs(
      'Pelapor keberatan atas akhir laporan ini. Teruskan, atau tolak dengan alasan.',
      by(n.due),
      open(n.link),
    ),
  }),
  approval: (n) => ({
    subject: `Menunggu persetujuan Anda: ${n.reference}`,
    body: paragraphs('Ada tanggapan yang menunggu persetujuan Anda.', by(n.due), open(n.link)),
  }),
  sent_back: (n) => ({
    subject: `Draf dikembalikan: ${n.reference}`,
    body: paragraphs('Draf Anda dikembalikan. Alasannya ada di laporan.', by(n.due), open(n.link)),
  }),
  countersign: (n) => ({
    subject: `Menunggu tanda tangan Anda: ${n.reference}`,
    body: paragraphs(
      'Keputusan akhir sebuah laporan pengawasan menunggu tanda tangan Anda.',
      open(n.link),
    ),
  }),
  countersigned: (n) => ({
    subject: `Keputusan ditandatangani: ${n.reference}`,
    body: paragraphs('Pimpinan menandatangani keputusan akhir laporan ini.', open(n.link)),
  }),
  reclassed: (n) => ({
    subject: `Jenis laporan diubah: ${n.reference}`,
    body: paragraphs('Verifikator mengubah jenis laporan ini.', by(n.due), open(n.link)),
  }),
  overdue: (n) => ({
    subject: `Lewat tenggat: ${n.reference}`,
    body: paragraphs(
      `Laporan ${n.reference} lewat tenggat${n.due ? ` sejak ${n.due}` : ''}.`,
      n.agency && `Penanggung jawab: ${n.agency}.`,
      open(n.link),
    ),
  }),
  overdue_follow_up: (n) => ({
    subject: `Tanggapan pertama terlambat: ${n.reference}`,
    body: paragraphs(
      `Laporan ${n.reference} belum ditanggapi OPD${n.due ? `, tenggatnya ${n.due}` : ''}.`,
      n.agency && `Penanggung jawab: ${n.agency}.`,
      open(n.link),
    ),
  }),
  overdue_promise: (n) => ({
    subject: `Janji tanggal terlewat: ${n.reference}`,
    body: paragraphs(
      `Laporan ${n.reference} lewat dari janji OPD${n.due ? `, yaitu ${n.due}` : ''}.`,
      n.agency && `Penanggung jawab: ${n.agency}.`,
      open(n.link),
    ),
  }),
  reminded: (n) => ({
    subject: `Teguran: ${n.reference}`,
    body: paragraphs(
      'Pimpinan atau Inspektorat meminta perhatian untuk laporan ini.',
      by(n.due),
      open(n.link),
    ),
  }),
  explanation: (n) => ({
    subject: `Penjelasan Anda diminta: ${n.reference}`,
    body: paragraphs(
      'Pimpinan atau Inspektorat meminta penjelasan kepala OPD atas laporan ini.',
      n.due && `Jawab paling lambat ${n.due}.`,
      open(n.link),
    ),
  }),
  explained: (n) => ({
    subject: `Penjelasan kepala OPD: ${n.reference}`,
    body: paragraphs(`Kepala ${n.agency ?? 'OPD'} menjawab permintaan penjelasan.`, open(n.link)),
  }),
  explanation_late: (n) => ({
    subject: `Penjelasan terlambat: ${n.reference}`,
    body: paragraphs(
      `Kepala ${n.agency ?? 'OPD'} belum menjelaskan laporan ini.`,
      by(n.due),
      open(n.link),
    ),
  }),
  promise_due: (n) => ({
    subject: `Janji tanggal hampir tiba: ${n.reference}`,
    body: paragraphs(
      `Tanggal yang dijanjikan untuk laporan ${n.reference} hampir tiba.`,
      n.due && `Dijanjikan paling lambat ${n.due}. Pelapor membaca tanggal ini.`,
      'Belum akan selesai? Ubah tanggalnya dengan alasan sebelum lewat.',
      open(n.link),
    ),
  }),
  due_tomorrow: (n) => ({
    subject: `Hampir tenggat: ${n.reference}`,
    body: paragraphs(
      `Laporan ${n.reference} harus selesai pada hari kerja berikutnya.`,
      by(n.due),
      open(n.link),
    ),
  }),
  undecided: (n) => ({
    subject: `Perlu keputusan: ${n.reference}`,
    body: paragraphs(
      'Pelapor belum menjawab sampai batasnya. Laporan pengawasan tidak ditutup karena diam.',
      'Putuskan dengan alasan. Pimpinan menandatanganinya.',
      open(n.link),
    ),
  }),
  unverified_digest: (n) => ({
    subject: `${n.count ?? '0'} laporan menunggu verifikasi`,
    body: paragraphs(
      `${n.count ?? '0'} laporan belum diverifikasi. Yang paling mendesak di atas.`,
      n.lines?.join('\n'),
      `Buka antrean:\n${n.link}`,
    ),
  }),
  invitation: (n) => ({
    subject: `Undangan petugas Tanggap ${n.city}`,
    body: paragraphs(
      `Anda diundang sebagai ${n.role ?? 'petugas'}${n.agency ? ` di ${n.agency}` : ''}.`,
      `Buat kata sandi Anda lewat tautan ini:\n${n.link}`,
      n.validFor && `Tautan berlaku ${n.validFor}.`,
    ),
  }),
  password_reset: (n) => ({
    subject: `Atur ulang kata sandi Tanggap ${n.city}`,
    body: paragraphs(
      `Buat kata sandi baru lewat tautan ini:\n${n.link}`,
      n.validFor && `Tautan berlaku ${n.validFor}.`,
      'Bukan Anda yang meminta? Abaikan surat ini. Kata sandi Anda tetap.',
    ),
  }),
} satisfies Record<string, NoticeText>
