import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { forgetCity } from '../../src/db/city.ts'
import worker from '../../src/index.ts'

/** When the file that runs found everything empty, by the clock. */
let began = 0

type Handler<Input> = (input: Input, around: Env, context: ExecutionContext) => unknown

/** What the Worker is still at: an answer goes out before its letters are queued. */
const running = new Set<unknown>()

function note<T>(work: T): T {
  running.add(work)
  Promise.resolve(work)
    .catch(() => {})
    .finally(() => running.delete(work))
  return work
}

function watched<Input>(handler: Handler<Input>): Handler<Input> {
  return (input, around, context) => {
    // whoever calls the consumer by hand may leave it out
    if (context) {
      const wait = context.waitUntil.bind(context)
      context.waitUntil = (work) => wait(note(work))
    }
    return note(handler(input, around, context))
  }
}

/** Nothing empties a queue: what it still holds of an earlier file is taken off unread. */
function withoutEarlier<Batch extends MessageBatch<unknown>>(handler: Handler<Batch>) {
  return (batch: Batch, around: Env, context: ExecutionContext): unknown => {
    const { queue, metadata } = batch
    const messages = batch.messages.filter(({ timestamp }) => timestamp.getTime() >= began)
    for (const message of batch.messages) if (!messages.includes(message)) message.ack()
    return handler({ ...batch, queue, metadata, messages }, around, context)
  }
}

Object.assign(worker, {
  fetch: watched(worker.fetch),
  queue: watched(withoutEarlier(worker.queue)),
  scheduled: watched(worker.scheduled),
})

async function settled(): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running)
}

const limiters = [env.LIMIT_ADDRESS, env.LIMIT_GUESS].map((limiter) => ({
  limiter,
  limit: limiter.limit.bind(limiter),
}))

let files = 0

const { send } = env.MAIL

/** Counts of the file before are not this one's: the limiters themselves cannot be emptied. */
function ownLimits(): void {
  const file = ++files
  for (const { limiter, limit } of limiters)
    limiter.limit = ({ key }) => limit({ key: `${file} ${key}` })
}

/** Also what a file did to the schema. A virtual table takes its shadow tables along. */
async function emptyDatabase(): Promise<void> {
  const { results } = await env.DB.prepare(
    `select s.type, s.name from pragma_table_list t
       join sqlite_master s on s.name = t.name or (s.type = 'trigger' and s.tbl_name = t.name)
      where t.schema = 'main' and t.type <> 'shadow' and s.name not glob 'sqlite_*'
        and s.name not glob '_cf_*'
      order by s.type = 'trigger' desc`,
  ).all<{ type: string; name: string }>()
  const drops = results.map(({ type, name }) => env.DB.prepare(`drop ${type} "${name}"`))
  if (drops.length > 0) await env.DB.batch(drops)
}

async function emptyBucket(bucket: R2Bucket): Promise<void> {
  for (;;) {
    const { objects } = await bucket.list()
    if (objects.length === 0) return
    await bucket.delete(objects.map(({ key }) => key))
  }
}

/**
 * All as if the Worker had just started in an empty account: files share one, since to start it
 * takes longer than most of them. By hand: the reset of cloudflare:test ends what is under way with
 * errors, and leaves standing what has long been idle.
 */
export async function startAnew(): Promise<void> {
  await settled()
  await emptyDatabase()
  await Promise.all([env.FILES, env.BACKUPS].map(emptyBucket))
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
  began = Date.now()
  forgetCity()
  ownLimits()
  Object.assign(env.MAIL, { send })
}
