import type { Dossier } from '../db/dossier.ts'
import type { City } from '../domain/city/city.ts'
import type { Instant } from '../domain/time/time.ts'
import { eyeOf } from './eye.ts'
import { memberSight } from './member.ts'
import { openFiles } from './reporter-files.ts'
import { toldBy } from './told.ts'

/** How much of a complaint has reached its reporter by now: changes with all that becomes visible. */
export interface Arrived {
  version: number
  messages: number
  /** Small pictures of the files that the reporter may open. */
  pictures: number
  root: { version: number; answers: number } | null
}

export function arrivedBy(d: Dossier, city: City, now: Instant): Arrived {
  const { messages, root } = d
  return {
    version: toldBy(d, now).complaint.version,
    messages: messages.filter((m) => m.visibleFrom <= now).length,
    pictures: [...openFiles(d, eyeOf({ kind: 'key' }, d.complaint, city, now), now)].filter(
      ({ preview }) => preview === 'made',
    ).length,
    root: root && {
      version: toldBy(root, now).complaint.version,
      answers: memberSight(root, city, now).answers.length,
    },
  }
}
