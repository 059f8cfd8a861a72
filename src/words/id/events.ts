import type { CommandName } from '../../domain/acts/acts.ts'

/** What an event sentence may name; absent where the reader may not know it. */
export interface EventWords {
  /** Agency by name, or 'verifikator'. */
  agency?: string
  /** Number of the root or of a member. */
  reference?: string
  /** Staff only: who did it. */
  actor?: string
  /** Staff only: to whom somebody's work was handed over, and by whom. */
  handedOver?: { to: string | null; by: string | null }
  /** Working days or a score, as text. */
  value?: string
  date?: string
  /** A file that answered the open question. */
  answers?: boolean
  /** A withdrawal after which the case goes on all the same. */
  goesOn?: boolean
  /** What was late is the date that the agency gave. */
  promise?: boolean
  /** Staff wrote it down for the reporter. */
  recorded?: boolean
  /** An end by silence, tanpa kabar: nobody could be told. */
  unheard?: boolean
}

interface EventText {
  /** What a citizen reads in the history; null: not shown to citizens. */
  citizen: ((w: EventWords) => string) | null
  /** What the desk reads. */
  staff: (w: EventWords) => string
}

function agency(w: EventWords, fallback = 'OPD'): string {
  return w.agency ?? fallback
}

function recorded(w: EventWords, text: string): string {
  return w.actor ? `${text}, dicatat oleh ${w.actor}` : text
}

function by(w: EventWords, deed: string): string {
  return w.actor ? `${w.actor} ${deed}` : deed
}

export const events: Record<CommandName, EventText> = {
  file: { citizen: () => 'Laporan diterima', staff: () => 'Laporan diterima' },
  import: {
    citizen: () => 'Dibawa dari catatan lama',
    staff: () => 'Dibawa dari catatan lama',
  },
  route: {
    citizen: (w) => `Diteruskan ke ${agency(w, 'OPD yang berwenang')}`,
    staff: (w) => by(w, `meneruskan ke ${agency(w)}`),
  },
  ask: {
    citizen: (w) => `${agency(w, 'Verifikator')} bertanya kepada Anda`,
    staff: (w) => by(w, 'bertanya kepada pelapor'),
  },
  answer: { citizen: () => 'Anda menjawab', staff: (w) => recorded(w, 'Pelapor menjawab') },
  add_words: {
    citizen: () => 'Anda menambah keterangan',
    staff: (w) => recorded(w, 'Pelapor menambah keterangan'),
  },
  return: {
    citizen: (w) => `${agency(w)} mengembalikan laporan untuk diteruskan ulang`,
    staff: (w) => by(w, `mengembalikan laporan, usul: ${agency(w)}`),
  },
  refer: {
    citizen: () => 'Bukan wewenang pemerintah kota',
    staff: (w) => by(w, 'menyatakan bukan wewenang'),
  },
  archive: { citizen: () => 'Laporan diarsipkan', staff: (w) => by(w, 'mengarsipkan laporan') },
  unarchive: {
    citizen: () => 'Laporan diproses kembali',
    staff: (w) => by(w, 'mengeluarkan dari arsip'),
  },
  object: {
    citizen: () => 'Anda mengajukan keberatan',
    staff: (w) => recorded(w, 'Pelapor mengajukan keberatan'),
  },
  overrule: {
    citizen: () => 'Keberatan Anda ditolak admin kota',
    staff: (w) => by(w, 'menolak keberatan'),
  },
  change_class: {
    citizen: () => 'Jenis laporan diubah',
    staff: (w) => by(w, 'mengubah jenis laporan'),
  },
  take_up: {
    citizen: (w) => `${agency(w)} mulai mengerjakan`,
    staff: (w) => by(w, 'mulai menangani'),
  },
  unassign: {
    citizen: null,
    staff: ({ value = 'Petugas', handedOver }) => {
      const left = `${value} tidak lagi bertugas.`
      if (!handedOver) return `${left} Laporan kembali ke penghubung OPD.`
      const { to, by } = handedOver
      return `${left} ${by ?? 'Admin kota'} menyerahkan laporan kepada ${to ?? 'petugas lain'}.`
    },
  },
  assign: { citizen: null, staff: (w) => by(w, `menugaskan ${w.value ?? 'petugas'}`) },
  note: { citizen: null, staff: (w) => by(w, 'menulis catatan internal') },
  set_priority: { citizen: null, staff: (w) => by(w, `mengubah prioritas: ${w.value ?? ''}`) },
  promise_date: {
    citizen: (w) => `${agency(w)} menjanjikan tanggal${w.date ? `: paling lambat ${w.date}` : ''}`,
    staff: (w) => by(w, `menjanjikan tanggal: paling lambat ${w.date ?? ''}`),
  },
  reply: { citizen: (w) => `Tanggapan dari ${agency(w)}`, staff: (w) => by(w, 'menanggapi') },
  approve_reply: {
    citizen: (w) => `Tanggapan dari ${agency(w)}`,
    staff: (w) => by(w, 'menyetujui tanggapan'),
  },
  propose_closure: {
    citizen: (w) => `${agency(w)} menyatakan selesai`,
    staff: (w) => by(w, 'menyatakan selesai'),
  },
  approve_closure: {
    citizen: (w) => `${agency(w)} menyatakan selesai`,
    staff: (w) => by(w, 'menyetujui penutupan'),
  },
  send_back: { citizen: null, staff: (w) => by(w, 'mengembalikan draf') },
  withdraw_draft: { citizen: null, staff: (w) => by(w, 'menarik draf') },
  confirm: {
    citizen: () => 'Anda menyatakan selesai',
    staff: (w) => recorded(w, 'Pelapor mengonfirmasi selesai'),
  },
  dispute: {
    citizen: () => 'Anda menyatakan belum selesai',
    staff: (w) => recorded(w, 'Pelapor menyatakan belum selesai'),
  },
  close_by_silence: {
    citizen: (w) =>
      w.unheard ? 'Ditutup tanpa kabar dari Anda' : 'Ditutup karena tidak ada jawaban Anda',
    staff: (w) => (w.unheard ? 'Ditutup tanpa kabar' : 'Ditutup karena pelapor tidak menjawab'),
  },
  lapse: {
    citizen: (w) =>
      w.unheard
        ? 'Dianggap dicabut tanpa kabar dari Anda'
        : 'Dianggap dicabut karena tidak dilengkapi dalam 30 hari',
    staff: (w) =>
      w.unheard ? 'Dianggap dicabut tanpa kabar' : 'Dianggap dicabut karena tidak dilengkapi',
  },
  conclude: { citizen: null, staff: (w) => by(w, 'memutuskan mengakhiri pemeriksaan') },
  countersign: {
    citizen: () => 'Pemeriksaan diakhiri dengan tanda tangan pimpinan',
    staff: (w) => by(w, 'menandatangani keputusan akhir'),
  },
  reopen: {
    citizen: () => 'Laporan dibuka kembali',
    staff: (w) =>
      w.recorded ? recorded(w, 'Pelapor meminta dibuka kembali') : by(w, 'membuka kembali'),
  },
  withdraw: {
    citizen: (w) => (w.goesOn ? 'Anda meminta pencabutan' : 'Anda mencabut laporan'),
    staff: (w) =>
      recorded(
        w,
        w.goesOn
          ? 'Pelapor meminta pencabutan, laporan tetap berjalan'
          : 'Pelapor mencabut laporan',
      ),
  },
  merge: {
    citizen: (w) => `Digabungkan dengan laporan induk ${w.reference ?? ''}`.trim(),
    staff: (w) => by(w, `menggabungkan dengan ${w.reference ?? 'laporan induk'}`),
  },
  split: { citizen: () => 'Ditangani sendiri lagi', staff: (w) => by(w, 'memisahkan laporan') },
  join: { citizen: null, staff: (w) => by(w, `menambah laporan serupa ${w.reference ?? ''}`) },
  part: { citizen: null, staff: (w) => by(w, `melepas laporan serupa ${w.reference ?? ''}`) },
  follow: {
    citizen: () => 'Laporan induk digabungkan, laporan ini ikut',
    staff: (w) => `Ikut pindah ke laporan induk ${w.reference ?? ''}`.trim(),
  },
  hand_on: { citizen: null, staff: () => 'Laporan gabungannya sudah ikut pindah' },
  hear: {
    citizen: null,
    staff: (w) => `Tambahan dari laporan yang digabung ${w.reference ?? ''}`.trim(),
  },
  attach: {
    citizen: (w) => (w.answers ? 'Anda menjawab dengan berkas' : 'Berkas ditambahkan'),
    staff: (w) => (w.answers ? 'Pelapor menjawab dengan berkas' : by(w, 'menambah berkas')),
  },
  release: {
    citizen: () => 'Laporan tampil untuk umum',
    staff: (w) => by(w, 'menampilkan untuk umum'),
  },
  unrelease: {
    citizen: () => 'Laporan tidak lagi tampil untuk umum',
    staff: (w) => by(w, 'menarik dari tampilan umum'),
  },
  mask: {
    citizen: () => 'Satu tulisan kami disamarkan',
    staff: (w) => by(w, 'menyamarkan satu tulisan'),
  },
  screen: { citizen: null, staff: (w) => by(w, 'menyaring pesan pelapor') },
  rate: {
    citizen: (w) => `Anda memberi nilai ${w.value ?? ''} dari 5`,
    staff: (w) => recorded(w, `Pelapor memberi nilai ${w.value ?? ''} dari 5`),
  },
  escalate: {
    citizen: (w) => {
      const late = w.promise ? 'Lewat dari tanggal yang dijanjikan OPD' : 'Lewat tenggat'
      const reminded = w.value === '1' || w.value === '2'
      // before it is routed the city's own desk is late, and is told
      if (!w.agency)
        return `Lewat tenggat, ${reminded ? 'petugas kota sudah diingatkan' : 'diteruskan ke admin kota'}`
      return `${late}, ${reminded ? 'OPD sudah diingatkan' : 'diteruskan ke pimpinan'}`
    },
    staff: (w) => `Eskalasi tingkat ${w.value ?? ''}`.trim() + (w.promise ? ', janji tanggal' : ''),
  },
  remind: {
    citizen: (w) => (w.agency ? 'Pimpinan mengingatkan OPD' : 'Pimpinan mengingatkan petugas kota'),
    staff: (w) => by(w, w.agency ? 'mengingatkan OPD' : 'mengingatkan petugas kota'),
  },
  ask_explanation: { citizen: null, staff: (w) => by(w, 'meminta penjelasan kepala OPD') },
  explain: { citizen: null, staff: (w) => by(w, 'memberi penjelasan') },
  press_explanation: {
    citizen: null,
    staff: (w) => `Penjelasan terlambat, tingkat ${w.value ?? ''}`.trim(),
  },
  recompute: {
    citizen: (w) => (w.date ? `Tenggat dihitung ulang: ${w.date}` : 'Tenggat dihitung ulang'),
    staff: (w) => (w.date ? `Tenggat dihitung ulang: ${w.date}` : 'Tenggat dihitung ulang'),
  },
  // shown on its own, seven days later: see copy status.revealsTitle
  reveal: { citizen: null, staff: (w) => by(w, 'membuka identitas pelapor') },
  correct: {
    citizen: () => 'Anda membetulkan nama atau kontak',
    staff: () => 'Pelapor membetulkan nama atau kontak',
  },
  renew_key: {
    citizen: () => 'Kode akses diperbarui',
    staff: () => 'Pelapor memperbarui kode akses',
  },
  vouch_key: {
    citizen: () => 'Petugas memastikan kode akses milik Anda',
    staff: (w) => by(w, 'memastikan kode akses milik pelapor'),
  },
  seal_key: { citizen: null, staff: () => 'Kode akses disegel dengan kunci baru' },
  reindex: { citizen: null, staff: () => 'Kata pencarian dan mejanya diperbarui' },
  erase: { citizen: () => 'Data pribadi dihapus', staff: () => 'Data pribadi dihapus' },
  unimport: { citizen: null, staff: () => 'Pengambilan dari catatan lama dibatalkan' },
  undo: { citizen: null, staff: (w) => by(w, 'mengurungkan langkah sebelumnya') },
}
