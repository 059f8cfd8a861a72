import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { MessageKind } from '../../src/domain/case/command.ts'
import { actorId } from '../../src/domain/people/actor.ts'
import { aCase, give, officer, PUPR } from '../support/handled.ts'
import { someone, TUESDAY } from '../support/world.ts'

const words = 'Lubang sudah kami tambal pagi ini dengan aspal panas.'

const stateOf = async (id: number, seq: number) =>
  (
    await env.DB.prepare('select state from message where complaint_id = ? and seq = ?')
      .bind(id, seq)
      .first<{ state: string }>()
  )?.state

it.each<[string, Parameters<typeof give>[4], MessageKind]>([
  ['reply', { name: 'reply', text: words }, 'reply'],
  [
    'closure',
    {
      name: 'propose_closure',
      text: words,
      reason: 'Sudah diperbaiki',
      evidenceFiles: 1,
      visit: null,
    },
    'closure',
  ],
])(
  'undoing the approval of a %s makes it a draft again, to be approved again',
  async (name, command, draft) => {
    const { s: before, id } = await aCase(TUESDAY, 'in_progress')
    // another version of the city is another object: what follows from one is reckoned once
    const agencies = before.city.agencies.map((a) => ({ ...a, approval: a.id === PUPR }))
    const s = { ...before, city: { ...before.city, agencies } }
    const head = someone('head', PUPR)
    const drafted = await give(s, id, officer(), TUESDAY, command)
    const seq = drafted.version
    expect(await stateOf(id, seq)).toBe('draft')

    const approve = { name: `approve_${name}` as 'approve_reply', messageSeq: seq, draft }
    const approved = await give(s, id, head, TUESDAY, approve)
    expect(await stateOf(id, seq)).toBe('sent')

    const undone = await give(s, id, head, TUESDAY + 3_000, {
      name: 'undo',
      previous: drafted,
      undone: approve.name,
      undoneSeq: approved.version,
      approvedSeq: seq,
      committedAt: TUESDAY,
      by: actorId(head),
    })
    expect(undone.state).toBe('in_progress')
    expect(await stateOf(id, seq)).toBe('draft')

    const again = await give(s, id, head, TUESDAY + 60_000, approve)
    expect(again.state).toBe(draft === 'closure' ? 'awaiting_confirmation' : 'in_progress')
    expect(await stateOf(id, seq)).toBe('sent')
  },
)
