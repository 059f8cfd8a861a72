import { type Account, newId } from './account.ts'
import { Refusal, type Route } from './answer.ts'

/** Buckets with their objects, and queues with their consumers. */
export function storage(account: Account): Route[] {
  const bucketOf = (name: string) => {
    const bucket = account.buckets.get(name)
    if (!bucket) throw new Refusal(404, 10006, 'The specified bucket does not exist.')
    return bucket
  }
  const queueOf = (id: string) => {
    const queue = account.queues.find(({ queue_id }) => queue_id === id)
    if (!queue) throw new Refusal(404, 11000, 'Queue not found')
    return queue
  }
  const shown = (name: string) => ({ name, creation_date: '2026-11-01T00:00:00Z' })
  return [
    ['GET', /^r2\/buckets$/, () => ({ buckets: [...account.buckets.keys()].map(shown) })],
    ['GET', /^r2\/buckets\/([^/]+)$/, ({ parts: [name = ''] }) => bucketOf(name) && shown(name)],
    [
      'POST',
      /^r2\/buckets$/,
      ({ json }) => {
        const name = String(json.name)
        if (account.buckets.has(name))
          throw new Refusal(409, 10004, 'The bucket you tried to create already exists')
        account.buckets.set(name, new Map())
        return {}
      },
    ],
    [
      'GET',
      /^r2\/buckets\/([^/]+)\/objects$/,
      ({ parts: [bucket = ''], query }) => {
        const [prefix, after] = [query.get('prefix') ?? '', query.get('start_after') ?? '']
        const keys = [...bucketOf(bucket).keys()].toSorted()
        return keys.filter((key) => key.startsWith(prefix) && key > after).map((key) => ({ key }))
      },
    ],
    [
      'GET',
      /^r2\/buckets\/([^/]+)\/objects\/(.+)$/,
      ({ parts: [bucket = '', key = ''] }) => {
        const object = bucketOf(bucket).get(key)
        if (!object) throw new Refusal(404, 10007, 'The specified key does not exist.')
        return object
      },
    ],
    [
      'PUT',
      /^r2\/buckets\/([^/]+)\/objects\/(.+)$/,
      ({ parts: [bucket = '', key = ''], bytes }) => {
        bucketOf(bucket).set(key, bytes)
        return {}
      },
    ],
    [
      'GET',
      /^queues$/,
      ({ query }) => {
        const names = query.getAll('name')
        return account.queues.filter(({ queue_name: n }) => !names.length || names.includes(n))
      },
    ],
    [
      'POST',
      /^queues$/,
      ({ json }) => {
        const queue_name = String(json.queue_name)
        if (account.plan === 'free' && account.freeOf.has('queues'))
          throw new Refusal(403, 100129, 'Queues are unavailable on the free plan.')
        if (account.queues.some((queue) => queue.queue_name === queue_name))
          throw new Refusal(409, 11009, `Queue name '${queue_name}' is already taken`)
        const queue = { queue_id: newId(), queue_name, consumers: [] }
        account.queues.push(queue)
        return queue
      },
    ],
    ['GET', /^queues\/([^/]+)$/, ({ parts: [id = ''] }) => queueOf(id)],
    [
      'POST',
      /^queues\/([^/]+)\/consumers$/,
      ({ parts: [id = ''], json }) => {
        const consumer = { consumer_id: newId(), script: String(json.script_name), type: 'worker' }
        if (queueOf(id).consumers.length > 0)
          throw new Refusal(400, 11004, 'Queue already has a consumer')
        queueOf(id).consumers.push(consumer)
        return consumer
      },
    ],
    ['PUT', /^queues\/([^/]+)\/consumers\/[^/]+$/, ({ parts: [id = ''] }) => queueOf(id)],
  ]
}
