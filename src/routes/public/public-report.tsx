import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { events as sentences } from '../../copy/id/events.ts'
import { report } from '../../copy/id/public.ts'
import { status as words } from '../../copy/id/status.ts'
import { type Dossier, dossierByReference } from '../../db/dossier.ts'
import { agencyById, type City, calendarOf, categoryById, rulesOf } from '../../domain/city.ts'
import { daysLeft, dueNow } from '../../domain/due.ts'
import { parseReference } from '../../domain/reference.ts'
import { dateOf, type Instant } from '../../domain/time.ts'
import { canSee, type Field } from '../../domain/visibility.ts'
import type { AppContext, AppEnv } from '../../http.ts'
import { cachePublic } from '../../middleware/caching.ts'
import { build, patterns } from '../../paths.ts'
import { clockStages } from '../../views/components/clock-stages.ts'
import type { TimelineItem } from '../../views/components/history.tsx'
import { type PublicReport, ReportPage } from '../../views/public/report.tsx'
import { ReportBrief } from '../../views/public/report-brief.tsx'
import { serveFile } from '../serve-file.ts'
import { publicPlace } from './report-rows-of.ts'
import { siteOf } from './site.ts'

export const publicReport = new Hono<AppEnv>()

publicReport.get(patterns.publicReport, async (c) => {
  const d = await publicDossier(c)
  if (!d) return c.notFound()
  const { city, now } = c.var
  if (d.complaint.release.status === 'withdrawn') throw new HTTPException(410)
  cachePublic(c, { tags: [`laporan-${d.complaint.reference}`] })
  if (!isOut(d, now))
    return c.render(<ReportBrief site={siteOf(city)} brief={briefOf(d, city, now)} />)
  return c.render(
    <ReportPage
      site={siteOf(city)}
      report={publicReportOf(d, city, now)}
      canonical={c.env.PUBLIC_URL + build('publicReport', { nomor: d.complaint.reference })}
      noindex={d.complaint.state !== 'closed'}
    />,
  )
})

/** A photo that a verifier made public, of a report that is public now. */
publicReport.get(patterns.publicFile, async (c) => {
  const d = await publicDossier(c)
  if (!d || !isOut(d, c.var.now) || !sees(c, d, 'releasedPhoto')) return c.notFound()
  const file = d.attachments.find((a) => a.id === c.req.param('id') && a.isPublic)
  return serveFile(c, file)
})

/** By a number that exists and is no secret; a secret one answers like an unknown one. */
const publicDossier = async (c: AppContext): Promise<Dossier | null> => {
  const number = parseReference(c.req.param('nomor') ?? '', c.var.city.settings.prefix)
  if (!number.ok) return null
  const d = await dossierByReference(c.var.db, number.reference)
  return d && sees(c, d, 'existence') ? d : null
}

const sees = (c: AppContext, d: Dossier, field: Field): boolean =>
  canSee({ kind: 'public' }, field, d.complaint, c.var.now, rulesOf(c.var.city))

/** Released, and the seconds in which the release may be undone are over. */
const isOut = (d: Dossier, now: Instant): boolean =>
  d.complaint.release.status === 'released' && (d.row.publicFrom ?? 0) <= now

const shownAnswers = (d: Dossier, now: Instant) =>
  d.messages.filter((m) => m.audience === 'public' && m.state === 'sent' && m.visibleFrom <= now)

const clockParts = (d: Dossier, city: City, now: Instant) => {
  const c = d.complaint
  const today = dateOf(now, city.settings.offset)
  const calendar = calendarOf(city, c.leadAgencyId)
  return {
    reference: c.reference,
    state: c.state,
    received: dateOf(c.receivedAt, city.settings.offset),
    due: dueNow(c),
    left: daysLeft(c, today, calendar),
    today,
    stages: clockStages(c, today, calendar),
  }
}

/** Before release: state, day, clock and district, nothing that the reporter wrote. */
const briefOf = (d: Dossier, city: City, now: Instant) => ({
  ...clockParts(d, city, now),
  district: city.areas.find((a) => a.id === d.complaint.districtId)?.name ?? null,
})

const publicReportOf = (d: Dossier, city: City, now: Instant): PublicReport => {
  const c = d.complaint
  const agency = agencyById(city, c.leadAgencyId)
  return {
    ...clockParts(d, city, now),
    title: d.row.releasedTitle ?? '',
    text: d.row.releasedText ?? '',
    category: categoryById(city, c.categoryId)?.name ?? null,
    place: publicPlace(c, city),
    agency: agency ? { name: agency.name, slug: agency.slug } : null,
    answers: shownAnswers(d, now).map((m) => ({
      at: m.at,
      by: agencyById(city, m.agencyId)?.name ?? words.verifier,
      mine: false,
      text: [m.text, m.reason].filter(Boolean).join('\n\n'),
    })),
    photos: d.attachments
      .filter((a) => a.isPublic && a.key !== null)
      .map((a, i) => ({
        href: build('publicFile', { nomor: c.reference, id: a.id }),
        image: true,
        label: words.photo(i + 1),
        bytes: a.bytes,
      })),
    history: historyOf(d, city, now),
    cluster: c.clusterSize,
    rating: c.rating,
  }
}

/** Steps that anyone may know of, without words: nothing of the dialogue. */
const PUBLIC_STEPS = new Set([
  'file',
  'route',
  'take_up',
  'propose_closure',
  'approve_closure',
  'close_by_silence',
  'escalate',
  'confirm',
  'dispute',
])

/** What the reporter did, told to others. */
const OF_THE_REPORTER: Record<string, string> = {
  confirm: report.confirmed,
  dispute: report.disputed,
}

const historyOf = (d: Dossier, city: City, now: Instant): TimelineItem[] => {
  const later = new Set(d.messages.filter((m) => m.visibleFrom > now).map((m) => m.seq))
  const undone = new Set(
    d.events.flatMap((e) => (e.type === 'undo' ? [Number(JSON.parse(e.facts).undone)] : [])),
  )
  return d.events
    .filter((e) => PUBLIC_STEPS.has(e.type) && !later.has(e.seq) && !undone.has(e.seq))
    .filter((e) => JSON.parse(e.facts).draft !== true)
    .flatMap((e): TimelineItem[] => {
      const facts = JSON.parse(e.facts) as { rung?: number }
      const said = OF_THE_REPORTER[e.type]
      if (said) return [{ at: e.at, title: said }]
      const sentence = sentences[e.type as 'file'].citizen?.({
        agency: agencyById(city, e.agencyId)?.name,
        value: facts.rung === undefined ? undefined : String(facts.rung),
      })
      return sentence ? [{ at: e.at, title: sentence }] : []
    })
    .reverse()
}
