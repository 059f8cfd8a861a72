import { actNamed } from '../../domain/acts/acts.ts'
import { actorId } from '../../domain/people/actor.ts'
import type { AppContext } from '../../http.ts'
import type { Back } from '../../views/desk/case-form.tsx'
import { fieldName } from '../field-names.ts'
import { maySee } from './readable.ts'
import { maskedCopy } from './release-fields.ts'

/** After an undo: the words that were written stand in their form again. */
export function restoredDraft(c: AppContext): Back | null {
  const seq = Number(c.req.query('urung'))
  const { events, messages } = c.var.dossier
  const event = events.find((e) => e.seq === seq && e.actor === actorId(c.var.staff))
  const message = messages.find((m) => m.seq === seq && m.state === 'undone')
  const words = event && actNamed(event.type)?.words
  if (!event || !message || !words) return null
  const given = { text: message.text ?? '', reason: message.reason ?? '', release: '' }
  const typed: Back['typed'] = {}
  for (const property of words) {
    const field = fieldName(event.type, property)
    if (field) typed[field] = [given[property]]
  }
  return { form: event.type, typed, errors: [] }
}

/** A command of this kind has words that go back into its form. */
export function hasWords(type: string): boolean {
  return actNamed(type)?.words !== undefined
}

/** The verifier's decision as it stood before it was undone, in the form that made it. */
export function routingAgain(c: AppContext): Back {
  const d = c.var.dossier
  const { complaint } = d
  const copy = maskedCopy(d, maySee(c, 'originalText'))
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  const id = (n: number | null) => [String(n ?? '')]
  return {
    form: 'route',
    errors: [],
    typed: {
      jenis: [complaint.class],
      kategori: id(complaint.categoryId),
      opd: id(complaint.leadAgencyId),
      prioritas: [complaint.priority],
      pendukung: complaint.supportingAgencyIds.map(String),
      tentang: id(complaint.aboutAgencyId),
      pengawasan: complaint.supervisory ? ['1'] : [],
      sensitif: [complaint.sensitive ?? ''],
      teks_saring: [copy.screened],
      rilis: [complaint.release.status === 'released' ? 'ya' : 'tidak'],
      judul_rilis: [copy.title],
      teks_rilis: [copy.text],
      foto: ids(d.attachments.filter((a) => a.isPublic)),
      foto_opd: ids(d.attachments.filter((a) => a.forAgency)),
      titik: complaint.release.point ? ['1'] : [],
    },
  }
}
