import type { Given } from '../../src/domain/acts/acts.ts'
import type { RouteCommand } from '../../src/domain/acts/route.ts'
import type { Actor } from '../../src/domain/people/actor.ts'
import { someone } from './world.ts'

/** Dishub and Inspektorat in the seeded city. */
export const DISHUB = 8
export const PUPR = 3
export const INSPEKTORAT = 2

export const routing = (changes: Partial<RouteCommand> = {}): RouteCommand => ({
  name: 'route',
  class: 'complaint',
  supervisory: false,
  sensitive: null,
  categoryId: 3,
  leadAgencyId: DISHUB,
  supportingAgencyIds: [],
  aboutAgencyId: null,
  priority: 'normal',
  screenedText: 'Lampu padam, tanpa kata-kata pelapornya.',
  release: {
    release: true,
    title: 'Lampu jalan padam di Purnama',
    text: 'Tiga lampu jalan padam sejak sembilan hari lalu.',
    point: false,
    photoIds: [],
  },
  ...changes,
})

export const WORDS = 'Kata-kata yang cukup panjang untuk setiap isian.'

/** A well-formed instance of each command that needs no other case, and somebody who may give it. */
export const examples: { [name: string]: [Given, Actor] } = {
  route: [routing(), someone('verifier')],
  ask: [{ name: 'ask', text: WORDS }, someone('verifier')],
  ask_by_agency: [{ name: 'ask', text: WORDS }, someone('liaison', DISHUB)],
  answer: [{ name: 'answer', text: WORDS }, { kind: 'reporter' }],
  return: [{ name: 'return', text: WORDS, proposedAgencyId: PUPR }, someone('liaison', DISHUB)],
  refer: [{ name: 'refer', text: WORDS }, someone('verifier')],
  archive: [{ name: 'archive', text: WORDS }, someone('verifier')],
  unarchive: [{ name: 'unarchive', text: WORDS }, someone('verifier')],
  object: [{ name: 'object', text: WORDS }, { kind: 'reporter' }],
  overrule: [{ name: 'overrule', text: WORDS }, someone('admin')],
  take_up: [{ name: 'take_up' }, someone('liaison', DISHUB)],
  assign: [{ name: 'assign', officerId: 'budi', among: ['budi'] }, someone('liaison', DISHUB)],
  note: [{ name: 'note', text: WORDS }, someone('head', DISHUB)],
  set_priority: [{ name: 'set_priority', priority: 'urgent' }, someone('liaison', DISHUB)],
  reply: [{ name: 'reply', text: WORDS }, someone('liaison', DISHUB)],
  propose_closure: [
    { name: 'propose_closure', text: WORDS, reason: WORDS, evidenceFiles: 1, visit: null },
    someone('liaison', DISHUB),
  ],
  confirm: [{ name: 'confirm' }, { kind: 'reporter' }],
  dispute: [{ name: 'dispute', text: WORDS }, { kind: 'reporter' }],
  reopen: [{ name: 'reopen', text: WORDS }, { kind: 'reporter' }],
  withdraw: [{ name: 'withdraw', text: '' }, { kind: 'reporter' }],
  attach: [
    { name: 'attach', attachmentId: 'x', mediaType: 'image/png', bytes: 9, digest: 'd' },
    { kind: 'reporter' },
  ],
  release: [{ name: 'release', release: routing().release }, someone('verifier')],
  unrelease: [{ name: 'unrelease', text: WORDS }, someone('verifier')],
  rate: [{ name: 'rate', score: 4 }, { kind: 'reporter' }],
  remind: [{ name: 'remind', text: WORDS }, someone('leader')],
  ask_explanation: [{ name: 'ask_explanation', text: WORDS }, someone('leader')],
  reveal: [{ name: 'reveal', reason: WORDS }, someone('inspectorate', INSPEKTORAT)],
  correct: [
    { name: 'correct', hasName: true, hasPhone: false, hasEmail: true, moved: false },
    { kind: 'reporter' },
  ],
  renew_key: [{ name: 'renew_key' }, { kind: 'reporter' }],
  erase: [{ name: 'erase' }, { kind: 'reporter' }],
}
