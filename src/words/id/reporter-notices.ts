import { type NoticeText, paragraphs } from './notice.ts'

function open(link: string): string {
  return `Lihat laporan Anda:\n${link}`
}

/** What silence leads to; of a supervisory case it leads to nothing by itself. */
function until(n: { due?: string; decided?: true }, wait: string, then: string) {
  return n.due && (n.decided ? wait : `${wait} ${then}`)
}

const keep = 'Siapkan kode akses Anda bila diminta.'
function agency(name: string | undefined): string {
  return name ?? 'OPD yang berwenang'
}

/** Letters to a reporter who left an address: one at each step that concerns them. */
export const reporterNotices = {
  received: (n) => ({
    subject: `Laporan ${n.reference} kami terima`,
    body: paragraphs(
      `Terima kasih. Laporan Anda kami terima dengan nomor ${n.reference}.`,
      n.due && `Kami verifikasi paling lambat ${n.due}.`,
      'Kode akses hanya ada di tanda terima Anda. Simpan baik-baik.',
      open(n.link),
    ),
  }),
  key_renewed: (n) => ({
    subject: `Kode akses laporan ${n.reference} diperbarui`,
    body: paragraphs(
      'Kode akses laporan Anda baru saja diganti. Kode yang lama tidak berlaku lagi.',
      'Bukan Anda yang menggantinya? Hubungi kami hari ini juga, sebelum laporan ditutup.',
      open(n.link),
    ),
  }),
  routed: (n) => ({
    subject: `Laporan ${n.reference} diteruskan`,
    body: paragraphs(
      `Laporan Anda diteruskan ke ${agency(n.agency)}.`,
      n.due && `Tenggat penyelesaiannya ${n.due}.`,
      open(n.link),
    ),
  }),
  in_progress: (n) => ({
    subject: `Laporan ${n.reference} mulai dikerjakan`,
    body: paragraphs(`${agency(n.agency)} mulai mengerjakan laporan Anda.`, open(n.link)),
  }),
  question: (n) => ({
    subject: `Kami perlu keterangan Anda: ${n.reference}`,
    body: paragraphs(
      `${n.agency ?? 'Petugas verifikasi'} bertanya kepada Anda.`,
      `Jawab lewat tautan ini:\n${n.link}`,
      until(n, `Kami tunggu sampai ${n.due}.`, 'Sesudah itu laporan dianggap dicabut.'),
    ),
  }),
  reply: (n) => ({
    subject: `Ada tanggapan untuk laporan ${n.reference}`,
    body: paragraphs(`${agency(n.agency)} menanggapi laporan Anda.`, open(n.link)),
  }),
  closure: (n) => ({
    subject: `Apakah sudah selesai? Laporan ${n.reference}`,
    body: paragraphs(
      `${agency(n.agency)} menyatakan laporan Anda selesai.`,
      `Beri tahu kami sudah atau belum:\n${n.link}`,
      until(n, `Kami tunggu sampai ${n.due}.`, 'Sesudah itu laporan ditutup.'),
    ),
  }),
  closed_by_silence: (n) => ({
    subject: `Laporan ${n.reference} ditutup`,
    body: paragraphs(
      n.unheard
        ? 'Laporan Anda ditutup tanpa kabar: kami tidak berhasil menghubungi Anda.'
        : 'Laporan Anda ditutup karena belum ada jawaban dari Anda.',
      `Belum selesai? Buka kembali ${n.unheard ? 'kapan saja' : 'dalam 30 hari'}.`,
      open(n.link),
    ),
  }),
  lapsed: (n) => ({
    subject: `Laporan ${n.reference} dianggap dicabut`,
    body: paragraphs(
      n.unheard
        ? 'Laporan Anda berakhir tanpa kabar: kami tidak berhasil menghubungi Anda.'
        : 'Keterangan yang kami minta belum kami terima dalam 30 hari.',
      n.unheard
        ? 'Laporan dianggap dicabut. Buka kembali kapan saja di halaman laporan.'
        : 'Karena itu laporan dianggap dicabut. Keberatan? Ajukan dalam 30 hari di halaman laporan.',
      open(n.link),
    ),
  }),
  decided: (n) => ({
    subject: `Pemeriksaan laporan ${n.reference} diakhiri`,
    body: paragraphs(
      'Pemeriksaan laporan Anda diakhiri dengan alasan tertulis.',
      'Alasannya ada di halaman laporan. Belum puas? Halaman itu menunjukkan langkah berikutnya.',
      open(n.link),
    ),
  }),
  reclassed: (n) => ({
    subject: `Jenis laporan ${n.reference} diubah`,
    body: paragraphs(
      'Verifikator mengubah jenis laporan Anda. Alasannya ada di halaman laporan.',
      n.due && `Tenggat penyelesaiannya ${n.due}.`,
      open(n.link),
    ),
  }),
  referred: (n) => ({
    subject: `Laporan ${n.reference}: ke mana harus melapor`,
    body: paragraphs(
      `Masalah ini di luar wewenang Pemerintah ${n.city}.`,
      'Halaman laporan menunjukkan ke mana harus melapor.',
      open(n.link),
    ),
  }),
  archived: (n) => ({
    subject: `Laporan ${n.reference} diarsipkan`,
    body: paragraphs(
      'Laporan Anda tidak kami proses.',
      'Halaman laporan menunjukkan alasannya dan langkah berikutnya.',
      open(n.link),
    ),
  }),
  overruled: (n) => ({
    subject: `Laporan ${n.reference}: keberatan ditolak`,
    body: paragraphs(
      'Admin kota memutuskan keberatan Anda. Keputusan semula tetap.',
      'Halaman laporan menunjukkan alasannya dan ke mana lagi Anda bisa mengadu.',
      open(n.link),
    ),
  }),
  unarchived: (n) => ({
    subject: `Laporan ${n.reference} diproses kembali`,
    body: paragraphs(
      'Laporan Anda kami keluarkan dari arsip dan kami proses lagi.',
      n.due && `Kami verifikasi paling lambat ${n.due}.`,
      open(n.link),
    ),
  }),
  returned: (n) => ({
    subject: `Laporan ${n.reference} dicarikan OPD lain`,
    body: paragraphs(
      'OPD yang menerima menilai laporan ini wewenang OPD lain.',
      'Kami teruskan ulang. Tenggat penyelesaian Anda tetap.',
      open(n.link),
    ),
  }),
  reopened: (n) => ({
    subject: `Laporan ${n.reference} dibuka kembali`,
    body: paragraphs(
      'Laporan Anda dibuka kembali dan dikerjakan lagi.',
      n.due && `Tenggat barunya ${n.due}.`,
      open(n.link),
    ),
  }),
  merged: (n) => ({
    subject: `Laporan ${n.reference} digabungkan`,
    body: paragraphs(
      'Laporan Anda digabung dengan laporan serupa.',
      'Nomor Anda tetap berlaku. Tanggapannya juga sampai kepada Anda.',
      'Punya Anda berbeda? Pisahkan lewat halaman laporan.',
      open(n.link),
    ),
  }),
  split: (n) => ({
    subject: `Laporan ${n.reference} ditangani sendiri`,
    body: paragraphs(
      'Laporan Anda dipisahkan dan ditangani sendiri lagi.',
      'Riwayat di halaman laporan menunjukkan alasannya.',
      open(n.link),
    ),
  }),
  escalated: (n) => ({
    subject: `Laporan ${n.reference} diteruskan ke pimpinan`,
    body: paragraphs(
      `Tenggat ${agency(n.agency)} sudah lewat. Kami mohon maaf.`,
      'Laporan Anda kami teruskan ke pimpinan.',
      open(n.link),
    ),
  }),
  promised: (n) => ({
    subject: `Tanggal dijanjikan untuk laporan ${n.reference}`,
    body: paragraphs(
      `${agency(n.agency)} menjanjikan tanggal${n.due ? `: paling lambat ${n.due}` : ''}.`,
      'Tenggat menurut aturan tidak berubah. Apa yang dijanjikan ada di halaman laporan Anda.',
      open(n.link),
    ),
  }),
  promise_missed: (n) => ({
    subject: `Janji tanggal terlewat, laporan ${n.reference} diteruskan ke pimpinan`,
    body: paragraphs(
      `${agency(n.agency)} tidak menepati janjinya${n.due ? `, ${n.due}` : ''}. Kami mohon maaf.`,
      'Laporan Anda kami teruskan ke pimpinan.',
      open(n.link),
    ),
  }),
  root_asked: (n) => ({
    subject: `Laporan induk ditanya: ${n.reference}`,
    body: paragraphs(
      `${n.agency ?? 'Petugas verifikasi'} meminta keterangan kepada pelapor laporan induk.`,
      'Tenggat OPD berhenti selama menunggu. Anda tidak perlu menjawab.',
      open(n.link),
    ),
  }),
  root_disputed: (n) => ({
    subject: `Laporan induk dinyatakan belum selesai: ${n.reference}`,
    body: paragraphs(
      'Pelapor laporan induk menyatakan masalahnya belum selesai.',
      'Laporan induk dikerjakan lagi, termasuk laporan Anda.',
      open(n.link),
    ),
  }),
  root_reopened: (n) => ({
    subject: `Laporan induk dibuka kembali: ${n.reference}`,
    body: paragraphs('Laporan induk dibuka kembali, termasuk laporan Anda.', open(n.link)),
  }),
  root_returned: (n) => ({
    subject: `Laporan induk dicarikan OPD lain: ${n.reference}`,
    body: paragraphs(
      'OPD yang menerima menilai laporan induk wewenang OPD lain.',
      'Kami teruskan ulang, termasuk laporan Anda.',
      open(n.link),
    ),
  }),
  root_closed: (n) => ({
    subject: `Laporan induk ditutup: ${n.reference}`,
    body: paragraphs(
      'Laporan induk, tempat laporan Anda digabung, sudah ditutup.',
      'Belum selesai bagi Anda? Pisahkan laporan Anda lewat halaman laporan.',
      open(n.link),
    ),
  }),
  completion_reminder: (n) => ({
    subject: `Pengingat: kami menunggu keterangan Anda, ${n.reference}`,
    body: paragraphs(
      'Petugas masih menunggu jawaban Anda.',
      until(n, `Jawab paling lambat ${n.due}.`, 'Sesudah itu laporan dianggap dicabut.'),
      `Jawab lewat tautan ini:\n${n.link}`,
    ),
  }),
  silence_reminder: (n) => ({
    subject: `Pengingat: sudah selesaikah laporan ${n.reference}?`,
    body: paragraphs(
      'Laporan Anda dinyatakan selesai. Kami belum mendengar dari Anda.',
      until(n, `Kami tunggu sampai ${n.due}.`, 'Sesudah itu laporan ditutup.'),
      `Beri tahu kami:\n${n.link}`,
    ),
  }),
  reveal_notice: (n) => ({
    subject: `Identitas Anda pernah dibuka: ${n.reference}`,
    body: paragraphs(
      'Petugas yang berwenang membuka identitas Anda untuk laporan ini.',
      `Waktu, peran, dan alasannya tercatat. ${keep}`,
      open(n.link),
    ),
  }),
} satisfies Record<string, NoticeText>
