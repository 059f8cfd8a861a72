import type { CommandName } from '../domain/acts/acts.ts'
import type { Property, Refusal } from '../domain/case/command.ts'

/**
 * Under which name a property of a command stands in forms; the sentences for refusals are kept by
 * these names, too.
 */
const USUAL: Partial<Record<Property, string>> = {
  text: 'alasan',
  reason: 'alasan',
  class: 'jenis',
  categoryId: 'kategori',
  leadAgencyId: 'opd',
  proposedAgencyId: 'opd',
  supportingAgencyIds: 'pendukung',
  officerId: 'petugas',
  priority: 'prioritas',
  screenedText: 'teks_saring',
  'release.release': 'rilis',
  'release.title': 'judul_rilis',
  'release.text': 'teks_rilis',
  root: 'induk',
  score: 'nilai',
  evidenceFiles: 'bukti',
  attachmentId: 'berkas',
  incidentDay: 'tanggal',
}

/** What a command's own text is called, where it is no reason. */
const TEXTS: Partial<Record<CommandName, string>> = {
  file: 'isi',
  ask: 'pertanyaan',
  answer: 'jawaban',
  note: 'catatan',
  remind: 'catatan',
  reply: 'tanggapan',
  propose_closure: 'tanggapan',
  refer: 'teks',
  screen: 'teks',
}

export function fieldName(name: string, property: Property): string | undefined {
  const own = property === 'text' ? TEXTS[name as CommandName] : undefined
  return own ?? USUAL[property]
}

/** A refusal with the name of the field in place of the property. */
export function inForm(
  name: string,
  { refused, field }: Refusal,
): { refused: Refusal['refused']; field?: string } {
  const named = field && fieldName(name, field)
  return named === undefined ? { refused } : { refused, field: named }
}
