import type { State } from '../src/domain/complaint.ts'
import type { CommandName, Need, Party } from '../src/domain/lifecycle.ts'

/** Indonesian first, then English. */
type Pair = readonly [string, string]

/** The citizen's label and the one line that says what it means. */
export const stateWords: Record<State, Pair> = {
  received: ['Diterima', 'kami sudah menerima laporan Anda'],
  awaiting_info: ['Menunggu kelengkapan', 'kami butuh keterangan dari Anda'],
  routed: ['Diteruskan', 'sudah sampai di OPD yang berwenang'],
  in_progress: ['Ditindaklanjuti', 'sedang dikerjakan'],
  awaiting_confirmation: ['Menunggu konfirmasi Anda', 'OPD menyatakan sudah selesai'],
  closed: ['Selesai', 'laporan ditutup'],
  referred: ['Bukan wewenang', 'kami tunjukkan ke mana harus melapor'],
  archived: ['Diarsipkan', 'tidak diproses, dengan alasan'],
  withdrawn: ['Dicabut', 'dicabut oleh pelapor, atau tidak dilengkapi dalam 30 hari'],
  merged: ['Digabungkan', 'digabung dengan laporan induk'],
}

export const commandWords: Record<CommandName, Pair> = {
  file: ['Kirim laporan', 'file'],
  route: ['Teruskan', 'route'],
  ask: ['Tanya pelapor', 'ask'],
  answer: ['Jawab', 'answer'],
  return: ['Kembalikan ke verifikator', 'return'],
  refer: ['Nyatakan bukan wewenang', 'refer outside'],
  archive: ['Arsipkan', 'archive'],
  unarchive: ['Keluarkan dari arsip', 'unarchive'],
  take_up: ['Mulai tangani', 'take up'],
  assign: ['Tugaskan', 'assign'],
  note: ['Tulis catatan internal', 'note'],
  set_priority: ['Ubah prioritas', 'set priority'],
  reply: ['Tanggapi', 'reply'],
  approve_reply: ['Setujui tanggapan', 'approve reply'],
  propose_closure: ['Nyatakan selesai', 'propose closure'],
  approve_closure: ['Setujui penyelesaian', 'approve closure'],
  confirm: ['Terima penyelesaian', 'confirm'],
  dispute: ['Sanggah penyelesaian', 'dispute'],
  close_by_silence: ['Tutup tanpa jawaban', 'close by silence'],
  lapse: ['Gugur tanpa kelengkapan', 'lapse'],
  reopen: ['Buka kembali', 'reopen'],
  withdraw: ['Cabut laporan', 'withdraw'],
  merge: ['Gabungkan', 'merge'],
  split: ['Pisahkan', 'split'],
  join: ['Terima laporan gabungan', 'join (on the root)'],
  part: ['Lepas laporan gabungan', 'part (on the root)'],
  attach: ['Lampirkan berkas', 'attach'],
  release: ['Buka untuk publik', 'release'],
  unrelease: ['Tarik dari publik', 'withdraw release'],
  screen: ['Saring pesan', 'screen'],
  rate: ['Beri nilai', 'rate'],
  escalate: ['Eskalasi', 'escalate'],
  remind: ['Ingatkan OPD', 'remind'],
  recompute: ['Hitung ulang tenggat', 'recompute'],
  reveal: ['Buka identitas', 'reveal identity'],
  erase: ['Hapus data pribadi', 'erase'],
  undo: ['Urungkan', 'undo'],
}

export const partyWords: Record<Party, Pair> = {
  anyone: ['siapa pun', 'anyone'],
  reporter: ['pelapor', 'reporter'],
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
  revealer: ['yang berhak membuka identitas', 'who may reveal'],
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
