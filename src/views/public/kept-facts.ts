import { pointText } from '../../domain/city/point.ts'
import type { Instant } from '../../domain/time/time.ts'
import type { KeptSight } from '../../sights/kept.ts'
import type { Words } from '../../words/words.ts'

/** Each in words under its label: page and download of *Data saya* have the same. */
export function keptFacts(
  t: Words,
  kept: KeptSight,
  emailFailedAt: Instant | null,
): [label: string, value: string][] {
  const { lat, lng, incidentDay, rating, openedAt } = kept
  const facts: [string, string | null][] = [
    [t.myData.received, t.moment(kept.receivedAt)],
    [t.myData.channel, t.channels[kept.channel]],
    [t.myData.lapor, kept.laporNumber],
    [t.fields.judul.label, kept.title],
    [t.fields.jenis.label, t.classes[kept.class].label],
    [t.fields.tanggal.label, incidentDay && t.longDate(incidentDay)],
    [t.fields.kategori.label, kept.category],
    [t.fields.kelurahan.label, kept.area.join(', ')],
    [t.fields.patokan.label, kept.landmark],
    [t.fields.titik.label, lat === null || lng === null ? null : pointText({ lat, lng })],
    [t.fields.opd.label, kept.proposed?.name ?? null],
    [t.fields.kuasa.label, kept.onBehalf],
    [t.fields.kerugian.label, kept.loss],
    [t.fields.tuntutan.label, kept.settlement],
    [t.myData.rating, rating === null ? null : t.myData.ofFive(t.number(rating, 0))],
    [t.myData.opened, openedAt === null ? null : t.moment(openedAt)],
    [t.myData.returned, emailFailedAt === null ? null : t.moment(emailFailedAt)],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}
