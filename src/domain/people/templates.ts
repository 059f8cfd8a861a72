import type { Instant } from '../time/time.ts'
import { agenciesOf, holdsRole, type Staff } from './actor.ts'

export const TEMPLATE_KINDS = ['reply', 'referral'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

/** Whose it is: who may use it, and who keeps it. */
export type TemplatePlace =
  | { of: 'city' }
  | { of: 'agency'; agencyId: number }
  | { of: 'own'; ownerId: string }

export interface TemplateWords {
  kind: TemplateKind
  name: string
  text: string
  /** Not: it stays on record and cannot be chosen. */
  active: boolean
}

export interface Template extends TemplateWords {
  id: number
  place: TemplatePlace
  /** How often it was changed. */
  version: number
}

/** In use at once, of one place and kind: all of them stand in a form. */
export const MOST_TEMPLATES = 20
export const TEMPLATE_NAME_MAX = 80

/** The city's by an administrator, an agency's by its liaisons, one's own by oneself. */
export function mayKeepTemplate(staff: Staff, place: TemplatePlace, now: Instant): boolean {
  if (place.of === 'own') return place.ownerId === staff.id
  if (place.of === 'city') return holdsRole(staff, 'admin', now)
  return (['liaison', 'inspectorate'] as const).some((role) =>
    holdsRole(staff, role, now, place.agencyId),
  )
}

/** Those that somebody sees, their own first. */
export function templatePlaces(staff: Staff, now: Instant): TemplatePlace[] {
  return [
    { of: 'own', ownerId: staff.id },
    ...agenciesOf(staff, now).map((agencyId) => ({ of: 'agency' as const, agencyId })),
    { of: 'city' },
  ]
}

/** 'kota', 'saya', or an agency's id: as an address says it. */
export function placeNamed(text: string, staff: Staff): TemplatePlace | null {
  if (text === 'kota') return { of: 'city' }
  if (text === 'saya') return { of: 'own', ownerId: staff.id }
  return /^[1-9]\d{0,8}$/.test(text) ? { of: 'agency', agencyId: Number(text) } : null
}

export function nameOfPlace(place: TemplatePlace): string {
  if (place.of === 'agency') return String(place.agencyId)
  return place.of === 'city' ? 'kota' : 'saya'
}

/** Theirs are longer than others: nine digits are not enough. */
export function templateId(text: string): number | null {
  return /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null
}
