import type {
  Channel,
  ComplaintClass,
  Priority,
  Sensitivity,
  State,
} from '../../domain/case/complaint.ts'

export interface StateWords {
  label: string
  meaning: string
  /** Stands before the label; paired with the tone. Only signs that no phone turns into a picture. */
  sign: string
  tone: 'sea' | 'wait' | 'done' | 'off'
}

export const states: Record<State, StateWords> = {
  received: {
    label: 'Diterima',
    meaning: 'Kami sudah menerima laporan Anda.',
    sign: '●',
    tone: 'sea',
  },
  awaiting_info: {
    label: 'Menunggu kelengkapan',
    meaning: 'Kami butuh keterangan dari Anda.',
    sign: '||',
    tone: 'wait',
  },
  routed: {
    label: 'Diteruskan',
    meaning: 'Laporan sudah sampai di OPD yang berwenang.',
    sign: '→',
    tone: 'sea',
  },
  in_progress: {
    label: 'Ditindaklanjuti',
    meaning: 'Laporan sedang dikerjakan.',
    sign: '▸',
    tone: 'sea',
  },
  awaiting_confirmation: {
    label: 'Menunggu konfirmasi Anda',
    meaning: 'OPD menyatakan sudah selesai.',
    sign: '?',
    tone: 'wait',
  },
  closed: { label: 'Selesai', meaning: 'Laporan ditutup.', sign: '✓', tone: 'done' },
  referred: {
    label: 'Bukan wewenang',
    meaning: 'Kami tunjukkan ke mana harus melapor.',
    sign: '≠',
    tone: 'off',
  },
  archived: {
    label: 'Diarsipkan',
    meaning: 'Laporan tidak diproses, dengan alasan.',
    sign: '■',
    tone: 'off',
  },
  withdrawn: {
    label: 'Dicabut',
    meaning: 'Dicabut oleh pelapor, atau tidak dilengkapi dalam 30 hari.',
    sign: '×',
    tone: 'off',
  },
  merged: {
    label: 'Digabungkan',
    meaning: 'Laporan digabung dengan laporan induk.',
    sign: '+',
    tone: 'sea',
  },
}

/** What the public and staff read where the citizen's own words speak to the reporter. */
export const statesForOthers: Partial<Record<State, { label?: string; meaning?: string }>> = {
  received: { meaning: 'Kami sudah menerima laporan ini.' },
  awaiting_info: { meaning: 'Kami menunggu keterangan dari pelapor.' },
  awaiting_confirmation: { label: 'Menunggu konfirmasi pelapor' },
}

/** `value` is what the form posts as `jenis`. */
export const classes: Record<ComplaintClass, { value: string; label: string; hint: string }> = {
  complaint: {
    value: 'pengaduan',
    label: 'Pengaduan',
    hint: 'Ada layanan atau fasilitas yang bermasalah.',
  },
  aspiration: {
    value: 'aspirasi',
    label: 'Aspirasi',
    hint: 'Anda punya usul atau harapan.',
  },
  information: {
    value: 'informasi',
    label: 'Permintaan informasi',
    hint: 'Anda butuh keterangan atau dokumen.',
  },
}

export const priorities: Record<Priority, string> = {
  normal: 'Biasa',
  important: 'Penting',
  urgent: 'Mendesak',
}

export const channels: Record<Channel, string> = {
  web: 'Situs ini',
  widget: 'Situs OPD',
  counter: 'Loket',
  phone: 'Telepon',
  letter: 'Surat',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
  lapor: 'SP4N-LAPOR!',
  open311: 'Aplikasi lain',
  import: 'Catatan lama',
  test: 'Laporan uji',
}

export const sensitivities: Record<Sensitivity, string> = {
  child: 'Menyangkut anak',
  health: 'Menyangkut kesehatan seseorang',
  violence: 'Menyangkut kekerasan',
}
