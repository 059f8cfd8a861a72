import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import worker from '../../src/index.ts'
import { aCase, rows } from '../support/handled.ts'

const letterOf = async (id: number) =>
  (
    await rows<{ id: number; state: string }>(
      'select id, state from outbox where complaint_id = ?',
      id,
    )
  )[0]

const bring = async (queue: string, outboxId: number) => {
  const message = { id: 'm1', timestamp: new Date(), body: { outboxId }, attempts: 1 }
  const batch = createMessageBatch<{ outboxId: number }>(queue, [message])
  await worker.queue(batch, env)
  return getQueueResult(batch, createExecutionContext())
}

it('sends a letter that the queue brings and takes the message off', async () => {
  const { id } = await aCase(Date.now() - 60_000, 'received')
  const letter = await letterOf(id)
  const result = await bring('tanggap-outbox', letter?.id ?? 0)
  expect(result.explicitAcks).toEqual(['m1'])
  expect((await letterOf(id))?.state).toBe('done')
})

it('puts a letter off whose time has not come', async () => {
  const { id } = await aCase(Date.now() - 60_000, 'received')
  const letter = await letterOf(id)
  await env.DB.prepare('update outbox set not_before = ? where id = ?')
    .bind(Date.now() + 100_000, letter?.id)
    .run()
  const result = await bring('tanggap-outbox', letter?.id ?? 0)
  expect(result.explicitAcks).toEqual([])
  expect(result.retryMessages).toMatchObject([{ msgId: 'm1' }])
})

it('leaves to cron what the queue cannot hold so long', async () => {
  const { id } = await aCase(Date.now() - 60_000, 'received')
  const letter = await letterOf(id)
  await env.DB.prepare('update outbox set not_before = ? where id = ?')
    .bind(Date.now() + 20 * 3_600_000, letter?.id)
    .run()
  expect((await bring('tanggap-outbox', letter?.id ?? 0)).explicitAcks).toEqual(['m1'])
  expect((await letterOf(id))?.state).toBe('waiting')
})

it('buries what the queue gave up, where staff see it', async () => {
  const { id } = await aCase(Date.now() - 60_000, 'received')
  const letter = await letterOf(id)
  await bring('tanggap-outbox-dead', letter?.id ?? 0)
  expect((await letterOf(id))?.state).toBe('dead')
})

it('ignores a message without a letter', async () => {
  expect((await bring('tanggap-outbox', 999_999)).explicitAcks).toEqual(['m1'])
})

it('tells whoever answers our letters that nobody reads the box', async () => {
  const said: string[] = []
  const message = { setReject: (why: string) => said.push(why) }
  await worker.email(message as unknown as ForwardableEmailMessage, env)
  expect(said).toEqual(['Kotak ini tidak dibaca. Lapor lewat https://lapor.example/lapor'])
})
