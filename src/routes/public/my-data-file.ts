import type { Contact } from '../../db/my-data.ts'
import type { ReporterSight } from '../../sights/reporter.ts'
import { messageFor } from '../../views/components/citizen-dialogue.ts'
import { toReporter } from '../../views/components/citizen-history.ts'
import type { Words } from '../../words/words.ts'

/** Everything that is kept of a reporter in one file, without our own numbering of the world. */
export function myDataFile(t: Words, sight: ReporterSight, contact: Contact) {
  return {
    nomor: sight.reference,
    identitas: contact,
    laporan: { ...sight.own, title: sight.title },
    salinanUntukOpd: sight.screened,
    tempat: sight.place.join(', ') || null,
    kategori: sight.category,
    percakapan: sight.dialogue.map((said) => messageFor(t, said)),
    riwayat: sight.history.map((step) => toReporter(t, step)),
    pembukaanIdentitas: sight.reveals.map(({ at, reason }) => ({
      at,
      by: t.status.revealedBy,
      reason,
    })),
  }
}
