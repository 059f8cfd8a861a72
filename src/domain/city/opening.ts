import { type IsoDate, yearOf } from '../time/time.ts'
import { agencyBySlug, type City, type Settings } from './city.ts'

/** What the public form cannot do without. */
const OPENING_NEEDS = [
  'identity',
  'manager',
  'operator',
  'category',
  'area',
  'calendar',
  'verifier',
] as const
export type OpeningNeed = (typeof OPENING_NEEDS)[number]

/** Of a city that was not named yet: no report is numbered by it. */
export const SAMPLE_NAME = 'Kota Contoh'
export const SAMPLE_PREFIX = 'XXXX'

/** Telephone numbers and addresses that came with the program. */
const PLACEHOLDER = /0{6}|\bcontoh\b/i

export function isOpen({ intake }: Pick<Settings, 'intake'>): boolean {
  return intake?.open !== false
}

/** A group of settings that somebody of the city saved, be it as it came. */
export function isLookedAt({ settings }: Pick<City, 'settings'>, noun: string): boolean {
  return !settings.samples?.includes(noun)
}

/** Said where the form would be; '' where the city has no words of its own, null while it is open. */
export function closedSentence(settings: Pick<Settings, 'intake'>): string | null {
  return isOpen(settings) ? null : (settings.intake?.sentence ?? '')
}

/** As it came with the program, and not the city's own yet. */
export function isSample({ settings }: City, noun: string): boolean {
  if (!isLookedAt({ settings }, noun)) return true
  if (noun === 'identity')
    return settings.cityName === SAMPLE_NAME || settings.prefix === SAMPLE_PREFIX
  return (
    noun === 'manager' && Object.values(settings.manager).some((text) => PLACEHOLDER.test(text))
  )
}

interface Today {
  day: IsoDate
  hasVerifier: boolean
}

/** What is still missing before the form may open. */
export function openingGaps(city: City, { day, hasVerifier }: Today): OpeningNeed[] {
  const { settings } = city
  const year = yearOf(day)
  const has: Record<OpeningNeed, boolean> = {
    identity: settings.cityName !== '' && settings.prefix !== '' && !isSample(city, 'identity'),
    manager: Object.values(settings.manager).every(Boolean) && !isSample(city, 'manager'),
    operator: agencyBySlug(city, settings.operatingAgency)?.active === true,
    category: city.categories.some(({ active }) => active),
    area: city.areas.some(({ active, parentId }) => active && parentId !== null),
    calendar: city.firstYear <= year && year <= city.lastYear,
    verifier: hasVerifier,
  }
  return OPENING_NEEDS.filter((need) => !has[need])
}
