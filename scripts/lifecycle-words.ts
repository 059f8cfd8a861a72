import type { CommandName } from '../src/domain/acts/acts.ts'
import type { Need } from '../src/domain/acts/needs.ts'
import type { Party } from '../src/domain/case/parties.ts'

/** Indonesian first, then English. */
type Pair = readonly [string, string]

/** As the buttons say it (src/words/id), where there is one. */
export const commandWords: Record<CommandName, Pair> = {
  file: ['Kirim laporan', 'file'],
  route: ['Teruskan', 'route'],
  ask: ['Kirim pertanyaan', 'ask'],
  answer: ['Kirim jawaban', 'answer'],
  return: ['Kembalikan', 'return'],
  refer: ['Kirim rujukan', 'refer outside'],
  archive: ['Arsipkan', 'archive'],
  unarchive: ['Keluarkan', 'unarchive'],
  change_class: ['Ubah jenis', 'change class'],
  take_up: ['Tangani laporan', 'take up'],
  assign: ['Tugaskan', 'assign'],
  unassign: ['Petugas pergi', 'unassign'],
  note: ['Simpan catatan', 'note'],
  set_priority: ['Ubah prioritas', 'set priority'],
  reply: ['Kirim tanggapan', 'reply'],
  approve_reply: ['Setujui tanggapan', 'approve reply'],
  propose_closure: ['Nyatakan selesai', 'propose closure'],
  approve_closure: ['Setujui penutupan', 'approve closure'],
  send_back: ['Kembalikan draf', 'send a draft back'],
  withdraw_draft: ['Tarik draf', 'take a draft back'],
  confirm: ['Ya, sudah selesai', 'confirm'],
  dispute: ['Belum selesai', 'dispute'],
  close_by_silence: ['Tutup tanpa jawaban', 'close by silence'],
  lapse: ['Gugur tanpa kelengkapan', 'lapse'],
  conclude: ['Ajukan keputusan', 'decide to end'],
  countersign: ['Tanda tangani', 'countersign'],
  reopen: ['Buka kembali', 'reopen'],
  withdraw: ['Cabut laporan', 'withdraw'],
  merge: ['Gabungkan', 'merge'],
  split: ['Pisahkan', 'split'],
  join: ['Terima laporan gabungan', 'join (on the root)'],
  part: ['Lepas laporan gabungan', 'part (on the root)'],
  attach: ['Unggah', 'attach'],
  release: ['Tampilkan', 'release'],
  unrelease: ['Tarik', 'withdraw release'],
  screen: ['Kirim ke OPD', 'screen'],
  rate: ['Beri nilai', 'rate'],
  escalate: ['Eskalasi', 'escalate'],
  remind: ['Ingatkan', 'remind'],
  recompute: ['Hitung ulang tenggat', 'recompute'],
  reveal: ['Buka identitas', 'reveal identity'],
  correct: ['Simpan perubahan', 'correct name or contact'],
  renew_key: ['Perbarui kode', 'renew the key'],
  erase: ['Hapus data', 'erase'],
  undo: ['Urungkan', 'undo'],
}

export const partyWords: Record<Party, Pair> = {
  anyone: ['siapa pun', 'anyone'],
  reporter: ['pelapor', 'reporter'],
  key_holder: ['pemegang kode akses', 'who holds the key'],
  timer: ['jadwal sistem', 'timer'],
  verifier: ['verifikator', 'verifier'],
  coordinator: [
    'admin kota (sejak pengembalian kedua)',
    'city administrator, from the second return',
  ],
  lead_liaison: ['pejabat penghubung OPD penanggung jawab', 'liaison of the lead agency'],
  lead_officer: ['petugas OPD penanggung jawab', 'officer of the lead agency'],
  lead_head: ['kepala OPD penanggung jawab', 'head of the lead agency'],
  supporting: ['OPD pendukung', 'supporting agency'],
  leader: ['pimpinan', 'leader'],
  investigator: [
    'Inspektorat, atau yang diberi kasusnya',
    'Inspektorat, or who was given the supervisory case',
  ],
  countersigner: ['pimpinan, untuk pengawasan', 'leader, of a supervisory case'],
  revealer: ['yang berhak membuka identitas', 'who may reveal'],
  registrar: [
    'admin kota, untuk laporan tanpa pemegang kode akses',
    'city administrator, for a report without a key holder',
  ],
  same_person: ['orang yang sama', 'the same person'],
}

export const needWords: Record<Need, Pair> = {
  text: ['teks', 'text'],
  reason: ['alasan', 'reason'],
  question: ['pertanyaan', 'question'],
  class: ['klasifikasi', 'class'],
  category: ['kategori', 'category'],
  agency: ['OPD penanggung jawab', 'lead agency'],
  release: ['keputusan publikasi', 'release decision'],
  evidence: ['bukti', 'evidence'],
  root: ['laporan induk', 'root'],
  date: ['tanggal kejadian', 'date'],
  officer: ['petugas', 'officer'],
  file: ['berkas', 'file'],
  score: ['nilai 1-5', 'score'],
}
