import { refuse } from '../case/command.ts'
import { HANDLED_STATES } from '../case/complaint.ts'
import { type ReleaseDecision, releaseFaults, shownPoint } from '../case/release.ts'
import { neverPublic } from '../case/visibility.ts'
import type { Act } from './act.ts'
import { needsRelease } from './needs.ts'

export interface ReleaseCommand {
  name: 'release'
  release: ReleaseDecision
}

export type ReleaseFacts = { released: true; point: boolean; photos: number }

export const release: Act<ReleaseCommand, ReleaseFacts> = {
  name: 'release',
  from: ['awaiting_info', ...HANDLED_STATES, 'awaiting_confirmation', 'closed', 'merged'],
  to: 'same',
  who: ['verifier'],
  needs: [needsRelease],
  undoable: false,
  onceErased: false,
  letters: {},
  leaves: ({ release: { photoIds } }) => ({ facts: { photos: photoIds.length } }),
  faults: (complaint, { release }) => [
    release?.release === false ? refuse('release_missing', 'release.release') : null,
    ...(release?.release ? releaseFaults(release, neverPublic(complaint)) : []),
  ],
  rule: (complaint, command, ctx) => {
    if (complaint.leadAgencyId === null) return refuse('wrong_state')
    const point = shownPoint(command.release, complaint.categoryId, ctx)
    return {
      after: { ...complaint, release: { status: 'released', point } },
      facts: { released: true, point, photos: command.release.photoIds.length },
    }
  },
}
