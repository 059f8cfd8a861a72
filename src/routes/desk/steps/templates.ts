import { type Offered, templateById } from '../../../db/templates.ts'
import type { Complaint } from '../../../domain/case/complaint.ts'
import type { Staff } from '../../../domain/people/actor.ts'
import {
  type TemplateKind,
  type TemplatePlace,
  templateId,
} from '../../../domain/people/templates.ts'
import { filledIn, type TemplateValues } from '../../../domain/text/template-fields.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { Posted } from '../../../forms/read.ts'
import type { AppContext } from '../../../http.ts'
import { templateFacts } from '../../../sights/template-facts.ts'
import type { Here } from './step.ts'

/** Which of somebody's templates a case can take, their own before the agency's before the city's. */
export function placesFor(staff: Staff, { leadAgencyId }: Complaint): TemplatePlace[] {
  return [
    { of: 'own', ownerId: staff.id },
    ...(leadAgencyId === null ? [] : [{ of: 'agency' as const, agencyId: leadAgencyId }]),
    { of: 'city' },
  ]
}

type Around = Pick<Here, 't' | 'city' | 'dossier' | 'staff'> & { now: Instant }

function valuesFor({ t, city, dossier, staff, now }: Around): TemplateValues {
  const facts = templateFacts(dossier, city, now)
  return {
    nomor: facts.reference,
    judul: facts.title,
    kategori: facts.category,
    kelurahan: facts.subdistrict,
    kecamatan: facts.district,
    opd: facts.agency,
    tenggat: facts.due && t.longDate(facts.due),
    diterima: t.longDate(facts.received),
    hari_ini: t.longDate(facts.today),
    nama_petugas: staff.name,
  }
}

/** Of one name the nearest stands: one's own, then the agency's. */
export function templatesHere(here: Here): Offered[] {
  const values = valuesFor({ ...here, now: here.ctx.now })
  const named = new Map<string, Offered>()
  for (const one of here.desk.templates)
    if (!named.has(one.name)) named.set(one.name, { ...one, text: filledIn(one.text, values) })
  return [...named.values()]
}

/** The text of the one that was chosen, filled; null: there is none such for them. */
export async function chosenText(
  c: AppContext,
  kind: TemplateKind,
  id: number | null,
): Promise<string | null> {
  const { db, staff, dossier } = c.var
  const found = id === null ? null : await templateById(db, id)
  if (!found?.active || found.kind !== kind) return null
  const places = placesFor(staff, dossier.complaint).map((place) => JSON.stringify(place))
  return places.includes(JSON.stringify(found.place))
    ? filledIn(found.text, valuesFor(c.var))
    : null
}

/** Name of the button that puts a template into the words. */
const USE_TEMPLATE = 'pakai'

/** Puts it below what was written; null where none was asked for, or it has gone. */
export function usesTemplate(kind: TemplateKind, field: string) {
  return async (c: AppContext, posted: Posted): Promise<Record<string, string> | null> => {
    if (posted.line(USE_TEMPLATE) === '') return null
    const text = await chosenText(c, kind, templateId(posted.line(USE_TEMPLATE)))
    const written = posted.text(field)
    return { [field]: [written, text].filter(Boolean).join('\n\n') }
  }
}
