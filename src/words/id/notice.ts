/** What a letter may say: never the words of a person, never a name. */
export interface NoticeFacts {
  /** 'Kota Dumai' */
  city: string
  /** Number of the report. */
  reference: string
  /** Address that opens it: single-purpose for a reporter, the desk for staff. */
  link: string
  /** Agency by name; absent where the report is confidential. */
  agency?: string
  /** 'Jumat, 11 Desember 2026' */
  due?: string
  /** Silence ends nothing: people decide. */
  decided?: true
  /** Nobody could tell the reporter before it ended: they may come back whenever they do. */
  unheard?: true
  /** Digests: how many; '100+' when there are more. */
  count?: string
  /** Digests: one line each. */
  lines?: string[]
  /** Invitation: the role in words. */
  role?: string
  /** Invitation, reset: how long the link is good. */
  validFor?: string
}

export interface Letter {
  subject: string
  /** Plain text, without greeting and signature: letter() adds both. */
  body: string
}

export type NoticeText = (n: NoticeFacts) => Letter

/** Paragraphs; what is absent or empty leaves no gap. */
export function paragraphs(...parts: (string | undefined | false)[]): string {
  return parts.filter(Boolean).join('\n\n')
}

/** The whole letter as it is sent. */
export function letter(text: Letter, city: string): Letter {
  return {
    subject: text.subject,
    body: paragraphs(
      'Salam,',
      text.body,
      `Tanggap ${city}\nSurat ini dikirim otomatis. Jangan teruskan tautannya kepada orang lain.`,
    ),
  }
}

/** Whoever is told in the place of others learns why. */
export function instead(of: string): string {
  const place = INSTEAD[of] ?? 'penerimanya'
  return `Surat ini untuk ${place}. Di sana belum ada petugas aktif, jadi kami kabari Anda.`
}

/** Above what the agency's people are told: whoever opens the mailbox may have no account. */
export const copyForAgency =
  'Salinan untuk kotak surat OPD. Laporannya hanya terbuka bagi petugas yang masuk dengan akunnya.'

/** Of a step that staff gave for a reporter without a key. */
export const recordedForReporter =
  'Pelapor tidak memegang kode akses. Langkah ini dicatat petugas atas namanya.'

/** Whoever filed for somebody wrote an address of the staff. */
export const addressOfStaff =
  'Alamat ini milik petugas. Karena itu tautannya meminta kode akses pelapor.'

const INSTEAD: Record<string, string> = {
  agency: 'OPD yang memegang laporan ini',
  officer: 'petugas yang memegang laporan ini',
  head: 'kepala OPD yang harus menyetujui',
  verifier: 'verifikator',
  admin: 'admin kota',
  leader: 'pimpinan',
  inspectorate: 'Inspektorat',
  auditor: 'auditor',
}

/** What a mail server is told that sends a letter to an address which nobody reads. */
export function notRead(form: string): string {
  return `Kotak ini tidak dibaca. Lapor lewat ${form}`
}
