import type { Additions } from '../db/additions.ts'
import type { AttachmentRow, Dossier } from '../db/dossier.ts'
import type { Complaint } from '../domain/case/complaint.ts'
import { complainedAbout } from '../domain/case/reveal.ts'
import type { City } from '../domain/city/city.ts'
import type { Staff } from '../domain/people/actor.ts'
import type { Instant } from '../domain/time/time.ts'
import { type DeskFile, deskFiles } from './desk-files.ts'
import { type ReadWords, readMessage } from './desk-messages.ts'
import { staffEye } from './viewer.ts'

/** What somebody who joined added, under their own number. */
export interface AdditionSight {
  at: Instant
  reference: string
  words: ReadWords | null
  file: DeskFile | null
}

type Root = Pick<Dossier, 'complaint'>

/** Read as what the root's holders may read, screened as its own reporter wished. Oldest first. */
export function deskAdditions(
  root: Root,
  { members, messages, files }: Additions,
  staff: Staff,
  city: City,
  now: Instant,
): AdditionSight[] {
  return members
    .flatMap((own) => {
      const member = inHands(own, root.complaint)
      const sees = staffEye(staff, { complaint: member, reveals: [] }, city, now)
      const { id: memberId, reference } = own
      const said = messages
        .filter((m) => m.complaintId === memberId)
        .map((m) => ({
          ...{ at: m.at, reference, file: null },
          words: readMessage({ complaint: member, events: [], reveals: [] }, m, sees),
        }))
      const theirs = files.filter((a) => a.complaintId === memberId)
      const seen = deskFiles({ attachments: theirs, complaint: member }, sees).files
      const sent = seen.map((file) => ({
        ...{ at: theirs.find(({ id }) => id === file.id)?.at ?? 0, reference, file, words: null },
      }))
      return [...said, ...sent]
    })
    .filter(({ words, file }) => words !== null || file !== null)
    .sort((a, b) => a.at - b.at)
}

/** A file of a joined report, opened from its root. */
export function addedFile(
  root: Root,
  additions: Additions | null,
  staff: Staff,
  city: City,
  now: Instant,
): AttachmentRow | undefined {
  if (!additions) return undefined
  const seen = deskAdditions(root, additions, staff, city, now).map(({ file }) => file?.id)
  return additions.files.find(({ id }) => seen.includes(id))
}

/** The joined report as if it lay where its root lies: who reads it there follows. */
function inHands(own: Complaint, root: Complaint): Complaint {
  const { leadAgencyId, supportingAgencyIds, officerId, returns, objection } = root
  return {
    ...own,
    ...{ leadAgencyId, supportingAgencyIds, officerId, returns, objection },
    supervisory: own.supervisory || root.supervisory,
    formerAgencyIds: complainedAbout(own),
  }
}
