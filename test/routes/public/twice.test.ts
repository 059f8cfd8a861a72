import { beforeEach, describe, expect, it } from 'vitest'
import { caseByReference } from '../../../src/db/cases.ts'
import { runMerge } from '../../../src/db/clusters.ts'
import type { Given } from '../../../src/domain/acts/acts.ts'
import { REPORTER_STEPS } from '../../../src/routes/public/reporter-steps.ts'
import { fileReport, type Receipt, read, tokenIn } from '../../support/citizen.ts'
import { examples, WORDS } from '../../support/commands.ts'
import { give, rows } from '../../support/handled.ts'
import { post } from '../../support/request.ts'
import { someone, world } from '../../support/world.ts'

const OTHER = 'Kata-kata lain, yang tidak boleh hilang.'
let report: Receipt

const found = async (number = report.number) => {
  const one = await caseByReference((await world()).db, number)
  if (!one) throw new Error('gone')
  return one
}

const happens = async (...names: string[]) => {
  for (const name of names) {
    const [command, actor] = examples[name] as [Given, Parameters<typeof give>[2]]
    const { complaint } = await found()
    await give(await world(), complaint.id, actor, Date.now() - 60_000, command)
  }
}

const joined = async () => {
  const s = await world(someone('verifier'), Date.now())
  const root = await fileReport()
  const done = await runMerge(s, await found(), root.number)
  if (!done.ok) throw new Error(JSON.stringify(done))
}

/** How a case comes to where the step is taken, and what is typed: once, and otherwise. */
const STEPS: Record<
  (typeof REPORTER_STEPS)[number]['name'],
  [arrive: () => Promise<void>, fields: Record<string, string>, other?: Record<string, string>]
> = {
  answer: [() => happens('ask'), { jawaban: WORDS }, { jawaban: OTHER }],
  // other words are another addition
  add_words: [() => happens('route'), { keterangan: WORDS }],
  confirm: [() => happens('route', 'take_up', 'propose_closure'), {}],
  dispute: [
    () => happens('route', 'take_up', 'propose_closure'),
    { alasan: WORDS },
    { alasan: OTHER },
  ],
  rate: [
    () => happens('route', 'take_up', 'propose_closure', 'confirm'),
    { nilai: '4' },
    { nilai: '2' },
  ],
  withdraw: [async () => {}, { alasan: WORDS }, { alasan: OTHER }],
  reopen: [
    () => happens('route', 'take_up', 'propose_closure', 'confirm'),
    { alasan: WORDS },
    { alasan: OTHER },
  ],
  object: [() => happens('archive'), { alasan: WORDS }, { alasan: OTHER }],
  split: [joined, { alasan: WORDS }, { alasan: OTHER }],
}

const events = async () =>
  rows<{ seq: number; type: string }>(
    'select seq, type from event where complaint_id = ? order by seq',
    (await found()).complaint.id,
  )

beforeEach(async () => {
  report = await fileReport()
})

describe.each(REPORTER_STEPS)('$name', ({ name, path }) => {
  const [arrive, fields, other] = STEPS[name]
  const sender = async () => {
    const action = path.replace(':nomor', report.number)
    const kiriman = tokenIn(await read(report.url, report.cookie), action)
    expect(kiriman).not.toBe('')
    return async (typed: Record<string, string>) => {
      const answer = await post(action, { kiriman, ...typed }, { Cookie: report.cookie })
      const to = answer.headers.get('location')
      return { status: answer.status, to, html: await answer.text() }
    }
  }

  it('sent twice in a row is the same step', async () => {
    await arrive()
    const send = await sender()
    const first = await send(fields)
    const once = await events()
    const second = await send(fields)
    expect([first.status, second.status, second.to]).toEqual([303, 303, first.to])
    expect(await events()).toEqual(once)
  })

  it('sent twice at once is the same step', async () => {
    await arrive()
    const was = (await events()).length
    const send = await sender()
    const both = await Promise.all([send(fields), send(fields)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(both[0]?.to).toBe(both[1]?.to)
    expect(await events()).toHaveLength(was + 1)
  })

  it('sent again with other words is refused, and keeps them', async () => {
    if (!other) return
    await arrive()
    const send = await sender()
    await send(fields)
    const once = await events()
    const second = await send(other)
    expect(second.status).toBe(422)
    expect(await events()).toEqual(once)
  })
})
