import type { Dossier } from '../db/dossier.ts'
import { hasMembers, type State } from '../domain/case/complaint.ts'
import { isOut, mayBeIndexed } from '../domain/case/publication.ts'
import { isShown } from '../domain/case/shown.ts'
import { type City, categoryById } from '../domain/city/city.ts'
import type { Point } from '../domain/city/point.ts'
import { dateOf, type Instant, type IsoDate } from '../domain/time/time.ts'
import { type ClockSight, clockSight, noClock } from './clock.ts'
import { type Eye, eyeOf, shown } from './eye.ts'
import type { Happening } from './happening.ts'
import { type AgencyName, agencyName, areaName, placeOf } from './names.ts'
import { type Pages, pagesOf } from './pages.ts'
import { publicHistory } from './public-history.ts'
import { type PhotoSight, publicPhotos } from './public-photos.ts'
import { receivedDay } from './received-day.ts'
import { type Said, saidIn } from './said.ts'
import { toldBy } from './told.ts'

/** Before a verifier has released anything: nothing that the reporter wrote. */
export interface PublicBrief {
  kind: 'brief'
  reference: string
  state: State
  received: IsoDate
  /** Brought from an older record on this day. */
  broughtOn: IsoDate | null
  clock: ClockSight
  district: string | null
}

export interface PublicReport {
  kind: 'report'
  reference: string
  state: State
  received: IsoDate
  /** Brought from an older record on this day. */
  broughtOn: IsoDate | null
  clock: ClockSight
  title: string
  text: string
  category: string | null
  place: string[]
  point: Point | null
  agency: AgencyName | null
  answers: Said[]
  photos: PhotoSight[]
  history: Happening[]
  pages: Pages
  /** Filings handled together, itself counted. */
  cluster: number
  rating: number | null
  indexable: boolean
}

/** Null: a secret number answers like an unknown one. Gone: it was public once, and is no more. */
export type PublicSight = PublicBrief | PublicReport | { kind: 'gone' } | null

/** What is taken from the public is gone at once; what else happens shows once it can not be undone. */
export function publicSight(d: Dossier, city: City, now: Instant): PublicSight {
  const sees = publicEye(d, city, now)
  if (!sees('existence')) return null
  if (d.complaint.release.status === 'withdrawn') return { kind: 'gone' }
  const told = toldBy(d, now)
  const { complaint } = told
  const standing = {
    reference: complaint.reference,
    state: complaint.state,
    received: receivedDay(complaint, city),
    broughtOn: complaint.told ? dateOf(complaint.receivedAt, city.settings.offset) : null,
    clock: sees('clock') ? clockSight(complaint, city, now) : noClock(city, now),
  }
  const district = shown(sees, 'district', areaName(city, complaint.districtId))
  if (!isOut(d.complaint, d.row.publicFrom, now) || !sees('releasedTitle'))
    return { kind: 'brief', ...standing, district }
  return { kind: 'report', ...standing, ...releasedParts(told, sees, city, now) }
}

function releasedParts(d: Dossier, sees: Eye, city: City, now: Instant) {
  const { complaint, row } = d
  const { lat, lng } = row
  return {
    title: shown(sees, 'releasedTitle', row.releasedTitle) ?? '',
    text: shown(sees, 'releasedText', row.releasedText) ?? '',
    category: shown(sees, 'category', categoryById(city, complaint.categoryId)?.name ?? null),
    place: publicPlace(complaint, sees, city),
    point: lat === null || lng === null ? null : shown(sees, 'exactPoint', { lat, lng }),
    agency: shown(sees, 'agency', agencyName(city, complaint.leadAgencyId)),
    answers: shown(sees, 'publicAnswer', answersIn(d, city, now)) ?? [],
    photos: publicPhotos(d, sees),
    history: publicHistory(d, city, now),
    pages: pagesOf(d),
    cluster: hasMembers(complaint) ? complaint.clusterSize : 1,
    rating: complaint.rating,
    indexable: mayBeIndexed(complaint),
  }
}

/** Sees what both the report and what is told of it let them see. */
export function publicEye(d: Pick<Dossier, 'complaint' | 'row'>, city: City, now: Instant): Eye {
  const [sees, saw] = [d, toldBy(d, now)].map(({ complaint }) =>
    eyeOf({ kind: 'public' }, complaint, city, now),
  ) as [Eye, Eye]
  return (field) => sees(field) && saw(field)
}

export function publicPlace(complaint: Dossier['complaint'], sees: Eye, city: City): string[] {
  return placeOf(
    shown(sees, 'subdistrict', areaName(city, complaint.subdistrictId)),
    shown(sees, 'district', areaName(city, complaint.districtId)),
  )
}

/** The last ones stand on the newest page, however much came after them. */
function answersIn(d: Dossier, city: City, now: Instant): Said[] {
  const { newest } = pagesOf(d)
  return d.messages
    .filter((m) => newest || isShown(d.shown, m))
    .filter((m) => m.audience === 'public' && m.state === 'sent' && m.visibleFrom <= now)
    .map((m) => saidIn(m, city))
}
