import type { Filing } from '../src/db/filing.ts'
import type { Channel } from '../src/domain/case/complaint.ts'
import { proposeSensitivity } from '../src/domain/case/sensitivity.ts'
import { agencyBySlug, type City } from '../src/domain/city/city.ts'
import { maskPersonalData } from '../src/domain/text/screening.ts'
import { addDays, dateOf, type Instant } from '../src/domain/time/time.ts'
import type { Random } from './random.ts'
import type { Story } from './story.ts'

/** Whether the sender of a channel that staff type in holds a key afterwards: slip, reply or none. */
const KEY_HOLDER: Partial<Record<Channel, boolean>> = {
  counter: true,
  whatsapp: true,
  email: true,
  phone: false,
  letter: false,
  lapor: false,
}

export function channelOf(story: Story): Channel {
  return story.channel ?? 'web'
}

/** Filled in by the reporter; on every other channel a verifier types it in. */
export function isFiledOnline(story: Story): boolean {
  return ['web', 'widget'].includes(channelOf(story))
}

export function hasKeyHolder(story: Story): boolean {
  return KEY_HOLDER[channelOf(story)] ?? true
}

/** @throws RangeError when the story names an agency that the city has not. */
export function agencyIdOf(city: City, slug: string): number {
  const found = agencyBySlug(city, slug)
  if (!found) throw new RangeError(`no agency ${slug}`)
  return found.id
}

export function slugOf(city: City, agencyId: number): string | undefined {
  return city.agencies.find((a) => a.id === agencyId)?.slug
}

export function categoryOf(city: City, story: Story) {
  const found = city.categories.find((c) => c.slug === story.category)
  if (!found) throw new RangeError(`no category ${story.category}`)
  return found
}

/** The story as it was filled into the form, with a guess at category and agency as people make it. */
export function formOf(story: Story, city: City, r: Random, at: Instant): Omit<Filing, 'token'> {
  const incidentDay = addDays(dateOf(at, city.settings.offset), -r.pick([0, 0, 0, 1, 1, 2, 4, 7]))
  const place = city.areas.find((a) => a.code === story.subdistrict && story.subdistrict !== '')
  const online = isFiledOnline(story)
  const pinned = r.chance(online ? 0.45 : 0.1) && place?.lat != null && place.lng != null
  const guess = r.chance(0.35) ? agencyIdOf(city, story.misroutedTo ?? story.agency) : null
  const jitter = (centre: number) => Math.round((centre + r.between(-0.006, 0.006)) * 1e5) / 1e5
  return {
    command: {
      class: story.class,
      categoryId: r.chance(online ? 0.7 : 0.95) ? categoryOf(city, story).id : null,
      districtId: place?.parentId ?? null,
      subdistrictId: place?.id ?? null,
      proposedAgencyId: guess,
      anonymous: story.anonymous ?? false,
      confidential: story.confidential ?? false,
      channel: channelOf(story),
      hasKeyHolder: hasKeyHolder(story),
      incidentDay,
      text: story.text,
      sensitive: proposeSensitivity(story.text),
    },
    words: {
      title: story.title,
      text: story.text,
      incidentDay,
      landmark: story.landmark ?? null,
      lat: pinned && place?.lat != null ? jitter(place.lat) : null,
      lng: pinned && place?.lng != null ? jitter(place.lng) : null,
      onBehalf: null,
      loss: null,
      settlement: null,
      laporNumber: story.channel === 'lapor' ? String(r.int(8_000_000, 9_999_999)) : null,
    },
    identity: {
      name: story.reporter?.name ?? null,
      phone: story.reporter?.phone ?? null,
      email: story.reporter?.email ?? null,
    },
  }
}

/** What the verifier lets out, or keeps back; the screened copy of an anonymous report beside it. */
export function releaseOf(story: Story, city: City, hasPoint: boolean) {
  const kept = Boolean(story.confidential || story.supervisory || story.sensitive)
  const title = maskPersonalData(story.cleanTitle ?? story.title)
  const text = maskPersonalData(story.text)
  const release = kept
    ? {
        ...{ release: false, text: '', point: false, photoIds: [] },
        title: story.anonymous ? title : '',
      }
    : {
        ...{ release: true, title, text, photoIds: [] },
        point: hasPoint && categoryOf(city, story).publicWorks,
      }
  return {
    release,
    screenedText: story.anonymous ? text : null,
    columns: {
      releasedTitle: kept && !story.anonymous ? null : title,
      releasedText: kept ? null : text,
      ...(story.anonymous ? { screenedText: text } : {}),
    },
  }
}
