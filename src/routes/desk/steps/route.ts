import { unstaffedAmong } from '../../../db/staff-names.ts'
import type { RouteCommand } from '../../../domain/acts/route.ts'
import { CLASSES, PRIORITIES, SENSITIVITIES } from '../../../domain/case/complaint.ts'
import { isKeptBack } from '../../../domain/case/release.ts'
import { categoryById } from '../../../domain/city/city.ts'
import type { Posted } from '../../../forms/read.ts'
import { unlisted } from '../../../forms/unlisted.ts'
import type { AppContext } from '../../../http.ts'
import { copiesToEdit, isReleasable } from '../../../sights/drafts.ts'
import { copyIn } from './copy-fields.ts'
import { personalFields } from './doubts.ts'
import { released, releaseOf } from './release-decision.ts'
import { routeFields } from './route-fields.ts'
import type { Meant, Step } from './step.ts'

export const route: Step = {
  name: 'route',
  path: 'caseRoute',
  hotkey: 't',
  fields: {
    jenis: 'class',
    kategori: 'categoryId',
    opd: 'leadAgencyId',
    prioritas: 'priority',
    pendukung: 'supportingAgencyIds',
    tentang: 'aboutAgencyId',
    pengawasan: 'supervisory',
    sensitif: 'sensitive',
    teks_saring: 'screenedText',
    rilis: 'release.release',
    judul_rilis: 'release.title',
    teks_rilis: 'release.text',
    titik: 'release.point',
  },
  form: (here) => ({
    title: here.t.deskForms.route.title,
    first: true,
    send: here.t.deskForms.route.send,
    note: isReleasable(here.dossier.complaint) ? undefined : here.t.deskForms.release.never,
    fields: routeFields(here),
  }),
  doubts: ({ var: { dossier } }, posted) => [
    ...(posted.line('rilis') === 'ya'
      ? personalFields(posted, 'judul_rilis', 'teks_rilis')
      : personalFields(posted, ...(dossier.complaint.anonymous ? ['judul_rilis'] : []))),
    ...(dossier.complaint.anonymous ? personalFields(posted, 'teks_saring') : []),
  ],
  meant: async (c, posted): Promise<Meant> => {
    const { city, dossier, t } = c.var
    const category = categoryById(city, posted.id('kategori'))
    const lead = posted.id('opd') ?? category?.defaultAgencyId ?? 0
    const chosen = routing(c, posted, { categoryId: category?.id ?? 0, leadAgencyId: lead })
    const agencies = [lead, ...chosen.supportingAgencyIds]
    const unstaffed = await unstaffedAmong(c.var.db, agencies, c.var.now)
    const command = { ...chosen, unstaffed }
    const undecided = !oneOf(['ya', 'tidak'], posted.line('rilis'))
    // all at once: nobody is to mend one and be told of the next
    const odd = unlisted(posted, choicesOf(c), t.deskForms.unlisted)
    const missing = [
      !category && { field: 'kategori', text: t.deskForms.chooseCategory },
      !isActive(c, lead) && { field: 'opd', text: t.deskForms.chooseAgency },
      undecided &&
        !isKeptBack(dossier.complaint, command) && {
          field: 'rilis',
          text: t.deskForms.release.undecided,
        },
    ].filter((error) => error !== false)
    const errors = [
      ...missing,
      ...odd.filter(({ field }) => missing.every((one) => one.field !== field)),
    ]
    if (errors.length > 0) return { errors, judged: command }
    const { screenedText, release } = command
    const columns = screenedText === null ? {} : { screenedText }
    return { command, extra: released(c, release, posted, columns) }
  },
}

function routing(
  c: AppContext,
  posted: Posted,
  chosen: Pick<RouteCommand, 'categoryId' | 'leadAgencyId'>,
): RouteCommand {
  const { complaint } = c.var.dossier
  const active = (id: number) => isActive(c, id)
  const about = posted.id('tentang')
  return {
    name: 'route',
    ...chosen,
    class: oneOf(CLASSES, posted.line('jenis')) ?? complaint.class,
    supervisory: posted.has('pengawasan'),
    sensitive: oneOf(SENSITIVITIES, posted.line('sensitif')),
    supportingAgencyIds: [...new Set(posted.ids('pendukung'))].filter(active).slice(0, 8),
    aboutAgencyId: about !== null && active(about) ? about : null,
    priority: oneOf(PRIORITIES, posted.line('prioritas')) ?? complaint.priority,
    release: releaseOf(c, posted, posted.line('rilis') === 'ya'),
    screenedText: complaint.anonymous ? copyIn(posted, 'teks_saring') : null,
  }
}

function choicesOf({ var: { city, dossier } }: AppContext) {
  const agencies = city.agencies.filter(({ active }) => active).map(({ id }) => id)
  const photos = dossier.attachments.map(({ id }) => id)
  return {
    jenis: CLASSES,
    kategori: city.categories.map(({ id }) => id),
    opd: agencies,
    prioritas: PRIORITIES,
    pendukung: agencies,
    tentang: agencies,
    sensitif: SENSITIVITIES,
    rilis: ['ya', 'tidak'],
    foto: photos,
    foto_opd: photos,
  }
}

function isActive({ var: { city } }: AppContext, agencyId: number): boolean {
  return city.agencies.some(({ id, active }) => id === agencyId && active)
}

function oneOf<T extends string>(list: readonly T[], text: string): T | null {
  return list.find((one) => one === text) ?? null
}

/** The decision as it stood before it was undone, as it would have been typed. */
export function routedBefore(c: AppContext): Record<string, string[]> {
  const { dossier, staff, city, now } = c.var
  const { complaint, attachments } = dossier
  const copies = copiesToEdit(dossier, staff, city, now)
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  const id = (n: number | null) => [String(n ?? '')]
  return {
    jenis: [complaint.class],
    kategori: id(complaint.categoryId),
    opd: id(complaint.leadAgencyId),
    prioritas: [complaint.priority],
    pendukung: complaint.supportingAgencyIds.map(String),
    tentang: id(complaint.aboutAgencyId),
    pengawasan: complaint.supervisory ? ['1'] : [],
    sensitif: [complaint.sensitive ?? ''],
    teks_saring: [copies.screened],
    rilis: [complaint.release.status === 'released' ? 'ya' : 'tidak'],
    judul_rilis: [copies.title],
    teks_rilis: [copies.text],
    foto: ids(attachments.filter((a) => a.isPublic)),
    foto_opd: ids(attachments.filter((a) => a.forAgency)),
    titik: complaint.release.point ? ['1'] : [],
  }
}
