import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Dossier, dossierByReference } from '../../db/dossier.ts'
import { type AnyFacts, factsOf, isDraft, undoneIn } from '../../domain/case/happened.ts'
import { isOut, isPublicStep, mayBeIndexed } from '../../domain/case/publication.ts'
import {
  agencyById,
  areaById,
  type City,
  calendarOf,
  categoryById,
} from '../../domain/city/city.ts'
import { pointText } from '../../domain/city/point.ts'
import { parseReference } from '../../domain/text/reference.ts'
import { daysLeft, dueNow } from '../../domain/time/due.ts'
import { dateOf, type Instant } from '../../domain/time/time.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { TimelineItem } from '../../views/components/history.tsx'
import { type PublicReport, ReportPage } from '../../views/public/report.tsx'
import { ReportBrief } from '../../views/public/report-brief.tsx'
import type { Words } from '../../words/words.ts'
import { serveFile } from '../serve-file.ts'
import { type PublicEye, publicEye } from './public-eye.ts'
import { publicPlace } from './report-rows-of.ts'
import { siteOf } from './site.ts'

export const publicReport = new Hono<AppEnv>()

publicReport.get(patterns.publicReport, async (c) => {
  const d = await publicDossier(c)
  if (!d) return c.notFound()
  const { city, now } = c.var
  cachePublic(c, { tags: [`laporan-${d.complaint.reference}`] })
  if (!isOut(d.complaint, d.row.publicFrom, now))
    return c.render(
      <ReportBrief t={c.var.t} site={siteOf(city)} brief={briefOf(c.var.t, d, city, now)} />,
    )
  return c.render(
    <ReportPage
      t={c.var.t}
      site={siteOf(city)}
      report={publicReportOf(c.var.t, d, city, now)}
      canonical={c.env.PUBLIC_URL + build('publicReport', { nomor: d.complaint.reference })}
      noindex={!mayBeIndexed(d.complaint)}
    />,
  )
})

/** A photo that a verifier made public, of a report that is public now. */
publicReport.get(patterns.publicFile, async (c) => {
  const d = await publicDossier(c)
  if (!d || !isOut(d.complaint, d.row.publicFrom, c.var.now)) return c.notFound()
  const photos = publicEye(d.complaint, c.var.city, c.var.now)('releasedPhoto', releasedPhotos(d))
  return serveFile(
    c,
    photos?.find(({ id }) => id === c.req.param('id')),
  )
})

/**
 * By a number that exists and is no secret; a secret one answers like an unknown one. What was
 * public and is no more is gone (410): whoever kept the address must not look for it elsewhere.
 */
async function publicDossier(c: AppContext): Promise<Dossier | null> {
  const { city, now } = c.var
  const number = parseReference(c.req.param('nomor') ?? '', city.settings.prefix)
  if (!number.ok) return null
  const d = await dossierByReference(c.var.db, number.reference)
  if (!d || !publicEye(d.complaint, city, now)('existence', true)) return null
  if (d.complaint.release.status === 'withdrawn') throw new HTTPException(410)
  return d
}

function shownAnswers(d: Dossier, now: Instant) {
  return d.messages.filter(
    (m) => m.audience === 'public' && m.state === 'sent' && m.visibleFrom <= now,
  )
}

function releasedPhotos(d: Dossier) {
  return d.attachments.filter((a) => a.isPublic && a.key !== null)
}

function clockParts(t: Words, d: Dossier, city: City, now: Instant, seen: PublicEye) {
  const complaint = d.complaint
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city, complaint.leadAgencyId)
  return {
    reference: complaint.reference,
    state: complaint.state,
    received: dateOf(complaint.receivedAt, city.settings.offset),
    due: seen('clock', dueNow(complaint)) ?? ({ kind: 'none' } as const),
    left: seen('clock', daysLeft(complaint, today, calendar)),
    today,
    stages: seen('clock', clockStages(t, complaint, today, calendar)) ?? [],
  }
}

/** Before release: state, day, clock and district, nothing that the reporter wrote. */
function briefOf(t: Words, d: Dossier, city: City, now: Instant) {
  const seen = publicEye(d.complaint, city, now)
  const district = areaById(city, d.complaint.districtId)?.name ?? null
  return { ...clockParts(t, d, city, now, seen), district: seen('district', district) }
}

function publicReportOf(t: Words, d: Dossier, city: City, now: Instant): PublicReport {
  const { complaint, row } = d
  const seen = publicEye(complaint, city, now)
  const agency = agencyById(city, complaint.leadAgencyId)
  const { lat, lng } = row
  return {
    ...clockParts(t, d, city, now, seen),
    title: seen('releasedTitle', row.releasedTitle) ?? '',
    text: seen('releasedText', row.releasedText) ?? '',
    category: seen('category', categoryById(city, complaint.categoryId)?.name ?? null),
    place: publicPlace(complaint, city, seen),
    point: lat === null || lng === null ? null : seen('exactPoint', pointText({ lat, lng })),
    agency: seen('agency', agency ? { name: agency.name, slug: agency.slug } : null),
    answers: seen('publicAnswer', answersOf(t, d, city, now)) ?? [],
    photos: seen('releasedPhoto', photosOf(t, d)) ?? [],
    history: historyOf(t, d, city, now),
    cluster: complaint.clusterSize,
    rating: complaint.rating,
  }
}

function answersOf(t: Words, d: Dossier, city: City, now: Instant): PublicReport['answers'] {
  return shownAnswers(d, now).map((m) => ({
    at: m.at,
    by: agencyById(city, m.agencyId)?.name ?? t.status.verifier,
    mine: false,
    text: [m.text, m.reason].filter(Boolean).join('\n\n'),
  }))
}

function photosOf(t: Words, d: Dossier): PublicReport['photos'] {
  return releasedPhotos(d).map((a, i) => ({
    href: build('publicFile', { nomor: d.complaint.reference, id: a.id }),
    image: true,
    label: t.status.photo(i + 1),
    bytes: a.bytes,
  }))
}

/** What the reporter did, told to others. */
const OF_THE_REPORTER: Record<string, 'confirmed' | 'disputed'> = {
  confirm: 'confirmed',
  dispute: 'disputed',
}

function historyOf(t: Words, d: Dossier, city: City, now: Instant): TimelineItem[] {
  const later = new Set(d.messages.filter((m) => m.visibleFrom > now).map((m) => m.seq))
  const undone = undoneIn(d.events)
  return d.events
    .filter((e) => isPublicStep(e.type) && !later.has(e.seq) && !undone.has(e.seq))
    .filter((e) => !isDraft(e))
    .flatMap((e): TimelineItem[] => {
      const { rung }: AnyFacts = factsOf(e).facts
      const said = OF_THE_REPORTER[e.type]
      if (said) return [{ at: e.at, title: t.report[said] }]
      const sentence = t.events[e.type as 'file'].citizen?.({
        agency: agencyById(city, e.agencyId)?.name,
        value: rung === undefined ? undefined : String(rung),
      })
      return sentence ? [{ at: e.at, title: sentence }] : []
    })
    .reverse()
}
