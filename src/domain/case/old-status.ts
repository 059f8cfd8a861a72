import type { State } from './complaint.ts'

export type OldStatus = 'open' | Extract<State, 'closed' | 'referred' | 'archived' | 'withdrawn'>

/** Words of older records, in the order in which they are asked: "belum selesai" is open. */
const SAID: readonly [RegExp, OldStatus][] = [
  [/\bbelum\b/, 'open'],
  [/bukan (?:we|ke)wenang|\brujuk|dirujuk|lintas (?:instansi|daerah)/, 'referred'],
  [
    /arsip|spam|tolak|tidak (?:di)?proses|tidak (?:lengkap|layak|memenuhi)|duplikat|gabung/,
    'archived',
  ],
  [/cabut|batal|ditarik/, 'withdrawn'],
  [/selesai|tutup|closed|tuntas|rampung/, 'closed'],
  [/terima|baru|unggu|verifikasi|proses|tindak ?lanjut|disposisi|terus|kerja|terbuka|open/, 'open'],
]

/** As LAPOR! and spreadsheets call it; null of a word that nobody knows. */
export function oldStatus(typed: string): OldStatus | null {
  const text = typed.toLowerCase()
  return SAID.find(([words]) => words.test(text))?.[1] ?? null
}
