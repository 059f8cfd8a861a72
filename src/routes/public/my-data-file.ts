import type { HeldContact } from '../../db/my-data.ts'
import { build } from '../../paths.ts'
import type { KeptSight } from '../../sights/kept.ts'
import type { ReporterSight } from '../../sights/reporter.ts'
import { messageFor } from '../../views/components/citizen-dialogue.ts'
import { toReporter } from '../../views/components/citizen-history.ts'
import { fileLabel } from '../../views/components/file-label.ts'
import { seenBy } from '../../views/components/seen-by.ts'
import { keptFacts } from '../../views/public/kept-facts.ts'
import type { Words } from '../../words/words.ts'

/** Everything that is kept of a reporter in one file, without our own numbering of the world. */
export function myDataFile(
  t: Words,
  sight: ReporterSight,
  kept: KeptSight,
  { emailFailedAt, ...contact }: HeldContact,
) {
  return {
    nomor: sight.reference,
    identitas: contact,
    laporan: { ...sight.own, title: sight.title },
    keterangan: Object.fromEntries(keptFacts(t, kept, emailFailedAt)),
    terlihat: seenBy(t, sight.wish),
    salinanUntukOpd: sight.screened,
    tempat: sight.place.join(', ') || null,
    kategori: sight.category,
    berkas: sight.files.map((file) => ({
      jenis: fileLabel(t, file),
      alamat: build('statusFile', { nomor: sight.reference, id: file.id }),
      bytes: file.bytes,
      dariOpd: file.fromAgency,
    })),
    percakapan: sight.dialogue.map((said) => messageFor(t, said)),
    riwayat: sight.history.map((step) => toReporter(t, step)),
    pembukaanIdentitas: sight.reveals.map(({ at, reason }) => ({
      at,
      by: t.status.revealedBy,
      reason,
    })),
  }
}
