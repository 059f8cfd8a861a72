import { Hono } from 'hono'
import type { Change, WordColumns } from '../../db/ledger/change.ts'
import { shownRows } from '../../db/ledger/rows.ts'
import type { RouteCommand } from '../../domain/acts/route.ts'
import { CLASSES, PRIORITIES, SENSITIVITIES } from '../../domain/case/complaint.ts'
import {
  audienceOf,
  type ChosenPhotos,
  photosAmong,
  type ReleaseDecision,
} from '../../domain/case/release.ts'
import { neverPublic } from '../../domain/case/visibility.ts'
import { categoryById } from '../../domain/city/city.ts'
import type { Posted } from '../../forms/read.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { patterns } from '../../paths.ts'
import { give, type Meant } from './give.tsx'
import { readable } from './readable.ts'

export const verifying = new Hono<AppEnv>()

verifying.post(patterns.caseRoute, readable, give({ form: 'route', meant: routing }))

verifying.post(
  patterns.caseRelease,
  readable,
  give({
    form: 'release',
    meant: (c, read) => {
      const decision = releaseOf(c, read, true)
      return {
        command: { name: 'release', release: decision },
        extra: released(c, decision, read, {}),
      }
    },
  }),
)

verifying.post(
  patterns.caseUnrelease,
  readable,
  give({
    form: 'unrelease',
    meant: (_c, read) => ({ command: { name: 'unrelease', text: read.text('alasan') } }),
  }),
)

function oneOf<T extends string>(list: readonly T[], text: string): T | null {
  return list.find((one) => one === text) ?? null
}

function routing(c: AppContext, read: Posted): Meant {
  const { dossier, city, t } = c.var
  const complaint = dossier.complaint
  const category = categoryById(city, read.id('kategori'))
  if (!category) return { errors: [{ field: 'kategori', text: t.deskForms.chooseCategory }] }
  const known = (id: number | null) => city.agencies.some((a) => a.id === id && a.active)
  const lead = read.id('opd') ?? category.defaultAgencyId ?? 0
  if (!known(lead)) return { errors: [{ field: 'opd', text: t.deskForms.chooseAgency }] }
  const supervisory = read.has('pengawasan')
  const sensitive = oneOf(SENSITIVITIES, read.line('sensitif'))
  const about = read.id('tentang')
  const wanted = oneOf(['ya', 'tidak'], read.line('rilis'))
  const keptBack = neverPublic(complaint) || supervisory || sensitive !== null
  if (wanted === null && !keptBack)
    return { errors: [{ field: 'rilis', text: t.deskForms.release.undecided }] }
  const decision = releaseOf(c, read, wanted === 'ya')
  const screenedText = complaint.anonymous ? read.text('teks_saring') : null
  const command: RouteCommand = {
    name: 'route',
    class: oneOf(CLASSES, read.line('jenis')) ?? complaint.class,
    supervisory,
    sensitive,
    categoryId: category.id,
    leadAgencyId: lead,
    supportingAgencyIds: [...new Set(read.ids('pendukung'))].filter(known).slice(0, 8),
    aboutAgencyId: known(about) ? about : null,
    priority: oneOf(PRIORITIES, read.line('prioritas')) ?? complaint.priority,
    release: decision,
    screenedText,
  }
  return {
    command,
    extra: released(c, decision, read, screenedText === null ? {} : { screenedText }),
  }
}

function releaseOf(
  { var: { dossier } }: AppContext,
  read: Posted,
  release: boolean,
): ReleaseDecision {
  return {
    release,
    title: read.line('judul_rilis'),
    text: read.text('teks_rilis'),
    point: read.has('titik'),
    photoIds: photosAmong(dossier.attachments, read.all('foto')),
  }
}

/** Columns and rows of a release: the verifier's words and which photos stand beside them. */
function released(
  { var: { dossier } }: AppContext,
  decision: ReleaseDecision,
  read: Posted,
  columns: WordColumns,
): Omit<Change, 'decision' | 'filed'> {
  const { complaint, attachments } = dossier
  // an anonymous report's clean title is also what the agency sees of it
  const shows = decision.release || complaint.anonymous
  const words: WordColumns = {
    ...(shows ? { releasedTitle: decision.title } : {}),
    ...(decision.release ? { releasedText: decision.text } : {}),
    ...columns,
  }
  const chosen: ChosenPhotos = { ...decision, agencyPhotoIds: read.all('foto_opd') }
  const { releasedTitle, releasedText, screenedText } = dossier.row
  return {
    columns: words,
    replaced: {
      columns: { releasedTitle, releasedText, screenedText },
      photos: Object.fromEntries(
        attachments.map(({ id, isPublic, forAgency }) => [id, { isPublic, forAgency }]),
      ),
    },
    rows: (db) => attachments.flatMap((a) => shownRows(db, a, audienceOf(complaint, a, chosen))),
  }
}
