import { type CommandOf, refuse } from '../command.ts'
import { neverPublic } from '../visibility.ts'
import { type Rule, tellAgency, textRefusal } from './outcome.ts'
import { releaseRefusal, shownPoint } from './verifying.ts'

export const release: Rule<CommandOf<'release'>> = (c, command, ctx) => {
  if (!command.release.release) return refuse('release_missing', 'rilis')
  const refusal = releaseRefusal(command.release, neverPublic(c))
  if (refusal) return refusal
  if (c.leadAgencyId === null) return refuse('wrong_state')
  const point = shownPoint(command.release, c.categoryId, ctx)
  return {
    after: { ...c, release: { status: 'released', point } },
    facts: {
      released: true,
      point,
      photos: command.release.photoIds.length,
    },
  }
}

/** Taken back from the public: the page answers 410 and the caches are purged. */
export const unrelease: Rule<CommandOf<'unrelease'>> = (c, command) => {
  const refusal = textRefusal(command.text, 'alasan')
  if (refusal) return refusal
  if (c.release.status !== 'released') return refuse('wrong_state')
  return {
    after: { ...c, release: { status: 'withdrawn', point: false } },
    facts: { released: false },
    message: { kind: 'reason', audience: 'staff', text: command.text, state: 'sent' },
  }
}

/** The verifier's screened copy of an anonymous reporter's later message goes to the agency. */
export const screen: Rule<CommandOf<'screen'>> = (c, command) =>
  textRefusal(command.text, 'teks', 2) ?? {
    after: c,
    facts: { message: command.messageSeq },
    notices: tellAgency(c, 'answered'),
  }

/** Who opened the identity and why stays; the reporter sees it after seven days. */
export const reveal: Rule<CommandOf<'reveal'>> = (c, command) =>
  textRefusal(command.reason, 'alasan') ?? {
    after: c,
    message: { kind: 'reason', audience: 'staff', text: command.reason, state: 'sent' },
  }

/** Name or contact was corrected or emptied by whom they belong to (UU 27/2022). */
export const correct: Rule<CommandOf<'correct'>> = (c, { hasName, hasPhone, hasEmail }) => ({
  after: c,
  facts: { name: hasName, phone: hasPhone, email: hasEmail },
})

/** Identity and words are gone; the chain and the figures stay, and why the staff did it. */
export const erase: Rule<CommandOf<'erase'>> = (c, command, { actor }) => {
  if (c.erased) return refuse('already_said')
  const { reason = '' } = command
  const refusal = actor.kind === 'staff' ? textRefusal(reason, 'alasan') : null
  if (refusal) return refusal
  return {
    after: {
      ...c,
      erased: true,
      release: c.release.status === 'released' ? { status: 'withdrawn', point: false } : c.release,
    },
    ...(actor.kind === 'staff'
      ? { message: { kind: 'reason', audience: 'staff', text: reason, state: 'sent' } }
      : {}),
  }
}
