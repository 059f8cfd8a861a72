import { freeze } from './frozen.ts'
import { type Answer, type Job, ORIGIN } from './job.ts'

type Letter = { outboxId: number; after?: string }
type Product = ExportedHandler<Env, Letter>

const queued: Letter[] = []
const mails: object[] = []
const asked = new Map<string, number>()

/**
 * A version of the product behind a door for lists of jobs, each done to its end before the next.
 * Letters wait for a job of their own, mail is kept instead of sent, limits count frozen minutes.
 */
export function serve(product: Product): ExportedHandler<Env> {
  return {
    fetch: async (request, env) => {
      const answers: Answer[] = []
      for (const job of (await request.json()) as Job[]) answers.push(await run(product, env, job))
      return Response.json(answers)
    },
  }
}

async function run(product: Product, real: Env, job: Job): Promise<Answer> {
  freeze(job.at, job.seed)
  const work: Promise<unknown>[] = []
  const purged: string[] = []
  const ctx = {
    waitUntil: (one: Promise<unknown>) => work.push(one),
    passThroughOnException: () => {},
    cache: { purge: async ({ tags }: { tags: string[] }) => purged.push(tags.join(',')) },
  } as unknown as ExecutionContext
  const env = { ...real, ...stubs(job.at) }
  const answer = await given(product, env, ctx, job)
  while (work.length > 0) await work.shift()
  return { ...answer, purged }
}

async function given(product: Product, env: Env, ctx: ExecutionContext, job: Job) {
  if (job.kind === 'letters') return letters(product, env, ctx)
  if (job.kind === 'cron') {
    const controller = {
      cron: job.cron,
      scheduledTime: job.at,
      noRetry: () => {},
      type: 'scheduled',
    }
    await product.scheduled?.(controller as ScheduledController, env, ctx)
    return { status: 200, headers: [], body: '', purged: [] }
  }
  const body = job.body === undefined ? undefined : bytesOf(job.body)
  const init = { method: job.method, headers: new Headers(job.headers), body }
  const request = new Request(ORIGIN + job.path, init) as unknown as Request<
    unknown,
    IncomingRequestCfProperties
  >
  const response = await product.fetch?.(request, env, ctx)
  if (!response) throw new Error('the product answers nothing')
  return told(response)
}

async function told(response: Response): Promise<Omit<Answer, 'purged'>> {
  const headers = [...response.headers]
    .filter(([name]) => name !== 'set-cookie')
    .concat(response.headers.getSetCookie().map((cookie) => ['set-cookie', cookie]))
    .sort(([a], [b]) => (a < b ? -1 : 1)) as [string, string][]
  const bytes = new Uint8Array(await response.arrayBuffer())
  const type = response.headers.get('Content-Type') ?? ''
  const plain = /^(text|application)\/(?!pdf|octet)|svg/.test(type)
  const readable = plain && !response.headers.has('Content-Encoding')
  return {
    status: response.status,
    headers,
    body: readable ? new TextDecoder().decode(bytes) : base64(bytes),
  }
}

/** Hands out what the queue holds until it is empty; answers with every mail since the last time. */
async function letters(product: Product, env: Env, ctx: ExecutionContext) {
  const again: Letter[] = []
  for (let round = 0; queued.length > 0 && round < 50; round++) {
    const messages = queued.splice(0).map((body, i) => ({
      ...{ id: String(i), timestamp: new Date(), body, attempts: 1, ack: () => {} },
      retry: () => again.push(body),
    }))
    const batch = { queue: 'tanggap-outbox', messages, ackAll: () => {}, retryAll: () => {} }
    await product.queue?.(batch as unknown as MessageBatch<Letter>, env, ctx)
  }
  queued.push(...again)
  return { status: 200, headers: [], body: JSON.stringify(mails.splice(0), null, 1), purged: [] }
}

function stubs(at: number) {
  const limit = (max: number) => ({
    limit: async ({ key }: { key: string }) => {
      const counted = `${max} ${key} ${Math.floor(at / 60_000)}`
      asked.set(counted, (asked.get(counted) ?? 0) + 1)
      return { success: (asked.get(counted) ?? 0) <= max }
    },
  })
  return {
    OUTBOX: {
      send: async (body: Letter) => void queued.push(body),
      sendBatch: async (list: { body: Letter }[]) =>
        void queued.push(...list.map((one) => one.body)),
    },
    MAIL: {
      send: async (mail: { to: string }) => {
        if (mail.to.startsWith('tolak@')) throw new Error('550 the mailbox refuses')
        mails.push(mail)
        return { messageId: `mail-${mails.length}` }
      },
    },
    LIMIT_ADDRESS: limit(600),
    LIMIT_GUESS: limit(10),
    VERSION: { id: 'compared', tag: '', timestamp: '' },
    PUBLIC_URL: ORIGIN,
  } as unknown as Partial<Env>
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
