import { canonicalJson } from './digest.ts'

export interface ReportWords {
  title: string
  text: string
  incidentDay: string
  landmark: string | null
  lat: number | null
  lng: number | null
  onBehalf: string | null
  loss: string | null
  settlement: string | null
}

export function committedWords(
  words: ReportWords | { text: string; reason?: string | null } | undefined,
): string | null {
  if (!words) return null
  if (!('incidentDay' in words))
    return canonicalJson({ text: words.text, reason: words.reason ?? null })
  const { title, text, incidentDay, landmark, lat, lng, onBehalf, loss, settlement } = words
  return canonicalJson({ title, text, incidentDay, landmark, lat, lng, onBehalf, loss, settlement })
}
