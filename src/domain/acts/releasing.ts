import { type CommandOf, refuse } from '../case/command.ts'
import { neverPublic } from '../case/visibility.ts'
import { type Rule, tellAgency, textRefusal } from './outcome.ts'
import { releaseRefusal, shownPoint } from './verifying.ts'

export const release: Rule<CommandOf<'release'>> = (complaint, command, ctx) => {
  if (!command.release.release) return refuse('release_missing', 'rilis')
  const refusal = releaseRefusal(command.release, neverPublic(complaint))
  if (refusal) return refusal
  if (complaint.leadAgencyId === null) return refuse('wrong_state')
  const point = shownPoint(command.release, complaint.categoryId, ctx)
  return {
    after: { ...complaint, release: { status: 'released', point } },
    facts: {
      released: true,
      point,
      photos: command.release.photoIds.length,
    },
  }
}

/** Taken back from the public: the page answers 410 and the caches are purged. */
export const unrelease: Rule<CommandOf<'unrelease'>> = (complaint, command) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  if (complaint.release.status !== 'released') return refuse('wrong_state')
  return {
    after: { ...complaint, release: { status: 'withdrawn', point: false } },
    facts: { released: false },
    message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
  }
}

/** The verifier's screened copy of an anonymous reporter's later message goes to the agency. */
export const screen: Rule<CommandOf<'screen'>> = (complaint, command) =>
  textRefusal(command.text, 'teks', 2) ?? {
    after: complaint,
    facts: { message: command.messageSeq },
    notices: tellAgency(complaint, 'answered'),
  }

/** Who opened the identity and why stays; the reporter sees it after seven days. */
export const reveal: Rule<CommandOf<'reveal'>> = (complaint, command) =>
  textRefusal(command.reason, 'alasan') ?? {
    after: complaint,
    message: { kind: 'reason', audience: 'staff', text: command.reason, state: 'sent' },
  }

/** Name or contact was corrected or emptied by whom they belong to (UU 27/2022). */
export const correct: Rule<CommandOf<'correct'>> = (
  complaint,
  { hasName, hasPhone, hasEmail },
) => ({
  after: complaint,
  facts: { name: hasName, phone: hasPhone, email: hasEmail },
})

/** Identity and words are gone; the chain and the figures stay, and why the staff did it. */
export const erase: Rule<CommandOf<'erase'>> = (complaint, command, { actor }) => {
  if (complaint.erased) return refuse('already_said')
  const { reason = '' } = command
  const refusal = actor.kind === 'staff' ? textRefusal(reason, 'alasan') : null
  if (refusal) return refusal
  return {
    after: {
      ...complaint,
      erased: true,
      release:
        complaint.release.status === 'released'
          ? { status: 'withdrawn', point: false }
          : complaint.release,
    },
    ...(actor.kind === 'staff'
      ? { message: { kind: 'reason', audience: 'staff', text: reason, state: 'sent' } }
      : {}),
  }
}
