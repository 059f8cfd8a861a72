import type { TemplateKind } from '../../domain/people/templates.ts'
import { MOST_TEMPLATES } from '../../domain/people/templates.ts'
import { TEMPLATE_FIELDS } from '../../domain/text/template-fields.ts'

const known = TEMPLATE_FIELDS.map((field) => `{${field}}`).join(', ')

/** Texts to begin with, and who keeps them. */
export const templates = {
  title: 'Templat',
  lead: 'Teks awal untuk tanggapan dan rujukan. Isian dari laporan terisi sendiri.',
  keep: 'Kelola templat',
  back: 'Semua templat',
  own: 'Milik saya',
  ownLead: 'Hanya Anda yang bisa memakainya.',
  ofAgency: (agency: string) => `Milik ${agency}`,
  agencyLead: 'Untuk semua petugas OPD ini, diurus penghubungnya.',
  city: 'Milik kota',
  cityLead: 'Untuk semua OPD, diurus admin kota.',
  add: 'Tambah templat',
  none: 'Belum ada templat.',
  kinds: { reply: 'Tanggapan', referral: 'Rujukan ke luar kota' } satisfies Record<
    TemplateKind,
    string
  >,
  retired: 'tidak dipakai',
  change: 'Ubah',
  newTitle: 'Templat baru',
  name: 'Nama templat',
  kind: 'Untuk apa',
  text: 'Teks',
  textHint: `Terisi sendiri dari laporan: ${known}. Tulis [apa] untuk bagian yang harus diisi petugas.`,
  active: 'Dipakai',
  activeHint: 'Bila tidak: tetap tersimpan, tidak bisa dipilih lagi.',
  save: 'Simpan templat',
  nameMissing: 'Isi nama templat.',
  nameLong: 'Nama templat maksimal 80 karakter.',
  nameTaken: 'Sudah ada templat dengan nama ini. Pilih nama lain.',
  kindMissing: 'Pilih untuk apa templat ini.',
  textMissing: 'Isi teksnya, minimal 10 karakter.',
  textLong: 'Teks maksimal 5.000 karakter.',
  unknownFields: (names: string) => `Isian ${names} tidak dikenal. Yang dikenal: ${known}.`,
  full: `Sudah ada ${MOST_TEMPLATES} templat yang dipakai. Hentikan salah satu dulu.`,
  overtaken: (who: string) => `Templat ini baru saja diubah oleh ${who}.`,
  overtakenHint: 'Isian Anda masih di bawah. Simpan lagi untuk memakai isian Anda.',
  nowSays: 'Sekarang berbunyi',
  history: 'Riwayat',
  restore: 'Kembalikan',
  was: 'Sebelumnya',
  did: { added: 'menambahkan', changed: 'mengubah', retired: 'menghentikan', back: 'memakai lagi' },
  done: { disimpan: 'Templat tersimpan.', tetap: 'Tidak ada yang berubah.' } as Record<
    string,
    string
  >,
} as const
