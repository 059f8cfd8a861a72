import { deadLetters, unheardLetters, waitingSince } from '../../src/db/outbox.ts'
import { delivery, identity, outbox } from '../../src/db/schema/filing.ts'
import { HOUR } from '../../src/domain/time/time.ts'
import { deliver } from '../../src/letters/deliver.ts'
import { DISHUB } from './commands.ts'
import { aMember, rows } from './handled.ts'
import { mailbox, posting } from './letters.ts'
import type { Walk } from './walk-book.ts'

const EVERY = Number.MAX_SAFE_INTEGER
const TRIES = 12

/** No letter is done with nobody told: each was told, or is where staff see that it was not. */
export const letterFaults = async (w: Walk): Promise<string[]> => {
  await someStaff(w)
  await bringAll(w)
  const { db } = w.s
  const [letters, deliveries, people] = await db.batch([
    db.select().from(outbox),
    db.select().from(delivery),
    db.select().from(identity),
  ])
  const [unheard, dead] = await Promise.all([
    unheardLetters(db, EVERY, EVERY),
    deadLetters(db, EVERY, EVERY),
  ])
  const shown = new Set([...unheard, ...dead].map(({ id }) => id))
  return letters.flatMap((letter) => {
    const own = deliveries.filter(({ outboxId }) => outboxId === letter.id)
    const told = own.some(({ reference }) => reference !== null)
    const who = people.find(({ complaintId }) => complaintId === letter.complaintId)
    const onCase =
      letter.recipient === 'members' ||
      (letter.recipient === 'reporter' && (!who?.hasEmail || who.emailFailedAt !== null))
    const say = (wrong: string) => [`letter ${letter.dedupe}: ${wrong}`]
    if (letter.state === 'waiting') return say('still waits')
    if (letter.state === 'cancelled') return told ? say('was told and taken back') : []
    if (letter.state === 'dead') return shown.has(letter.id) ? [] : say('is lost out of sight')
    if (letter.reached === 'told') return told ? [] : say('counts as told, and nobody was')
    if (letter.reached === 'instead' && !told) return say('counts as told, and nobody was')
    if (letter.reached === 'nobody' && told) return say('was told, and does not know it')
    return onCase || shown.has(letter.id) ? [] : say('reached nobody, and nobody sees it')
  })
}

/** Some cities have more people than others. */
const someStaff = async ({ s, dice }: Walk): Promise<void> => {
  await rows('delete from membership')
  if (dice.percent(70)) await aMember(s, 'admin')
  if (dice.percent(50)) await aMember(s, 'liaison', DISHUB)
  if (dice.percent(50)) await aMember(s, 'verifier')
  if (dice.percent(30)) await aMember(s, 'leader')
}

const bringAll = async (w: Walk): Promise<void> => {
  const { db } = w.s
  const reports = await db.select({ id: identity.complaintId }).from(identity)
  if (reports[0] && w.dice.percent(50))
    await rows('update identity set has_email = 0 where complaint_id = ?', reports[0].id)
  const moods = ['', 'E_RECIPIENT_SUPPRESSED', 'E_DELIVERY_FAILED']
  const { binding } = mailbox(() => w.dice.percent(20) && w.dice.pick(moods))
  let now = w.s.now + 30 * 24 * HOUR
  for (let i = 0; i < TRIES; i++) {
    const waiting = await waitingSince(db, now, EVERY)
    if (waiting.length === 0) return
    for (const { id } of waiting) await deliver(posting(w.s, now, binding), id)
    now += 3 * HOUR
  }
}
