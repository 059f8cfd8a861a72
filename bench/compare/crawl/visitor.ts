import type { Answer, Job } from '../job.ts'
import { ORIGIN } from '../job.ts'
import type { Report } from '../report.ts'
import type { Side } from '../stage.ts'

/** Who asks: nobody in particular, somebody of the staff by mailbox, or who holds a report's key. */
export type Who = 'public' | `staff:${string}` | `key:${string}`

/** One request to both versions. */
export interface Visit {
  path: string
  as?: Who
  method?: string
  /** A pair where the versions are asked with different values. */
  headers?: Record<string, string | [string, string]>
  /** What is posted; for each version what its own page holds, where they are two. */
  body?: string | Uint8Array | [string | Uint8Array, string | Uint8Array]
  type?: string
  /** Without the headers by which a browser says where a form comes from. */
  unknownOrigin?: boolean
  /** For the report: what is special about it. */
  note?: string
}

export interface Pair {
  before: Answer
  after: Answer
}

const FORM = 'application/x-www-form-urlencoded'

/** Asks both versions the same, in step, and compares; keeps the cookies that each gave to whom. */
export class Visitor {
  /** Epoch milliseconds that both versions believe it is. */
  now: number
  private readonly sides: [Side, Side]
  readonly report: Report
  private readonly jars = [
    new Map<string, Map<string, string>>(),
    new Map<string, Map<string, string>>(),
  ] as const
  private asked = 0
  /** Pages with forms that were seen, so that none is asked for twice. */
  private readonly pages = new Map<string, Pair>()

  constructor(before: Side, after: Side, report: Report, now: number) {
    this.sides = [before, after]
    this.report = report
    this.now = now
  }

  wait(seconds: number): void {
    this.now += seconds * 1000
  }

  /** All of them one after the other, in lists that are not too long for one message. */
  async visit(section: string, visits: Visit[]): Promise<Pair[]> {
    const pairs: Pair[] = []
    for (let i = 0; i < visits.length; i += 40) {
      const some = visits.slice(i, i + 40)
      const jobs = some.map((visit) => this.jobsOf(visit))
      const both = await Promise.all(
        this.sides.map((side, n) => side.ask(jobs.map((job) => (n === 0 ? job[0] : job[1])))),
      )
      for (const [k, visit] of some.entries())
        pairs.push(this.note(section, visit, both[0]?.[k], both[1]?.[k]))
    }
    return pairs
  }

  async one(section: string, visit: Visit): Promise<Pair> {
    const [pair] = await this.visit(section, [visit])
    if (!pair) throw new Error('no answer')
    return pair
  }

  /** A page as it was when it was seen last. */
  async page(section: string, visit: Visit): Promise<Pair> {
    return this.pages.get(`${visit.as ?? 'public'} ${visit.path}`) ?? this.one(section, visit)
  }

  /** A cron line, or what the queue holds; compares the mail that went out. */
  async job(
    section: string,
    what: { kind: 'letters' } | { kind: 'cron'; cron: string },
  ): Promise<Pair> {
    const job = { at: this.now, seed: String(this.asked++), ...what } as Job
    const [before, after] = await Promise.all(
      this.sides.map(async (side) => (await side.ask([job]))[0]),
    )
    if (!before || !after) throw new Error('no answer')
    this.report.add(
      section,
      what.kind === 'cron' ? what.cron : `${count(before.body)} letters`,
      before,
      after,
    )
    return { before, after }
  }

  /** Ends a browser: its cookies are gone. */
  forget(who: Who): void {
    for (const jar of this.jars) jar.delete(who)
  }

  private jobsOf(visit: Visit): [Job, Job] {
    const seed = String(this.asked++)
    return [this.jobOf(visit, 0, seed), this.jobOf(visit, 1, seed)]
  }

  private jobOf(visit: Visit, side: 0 | 1, seed: string): Job {
    const { path, as = 'public', method = visit.body === undefined ? 'GET' : 'POST' } = visit
    const headers = new Map<string, string>([['User-Agent', 'compare']])
    const cookies = this.jars[side].get(as)
    if (cookies?.size) headers.set('Cookie', [...cookies].map(([n, v]) => `${n}=${v}`).join('; '))
    const body = Array.isArray(visit.body) ? visit.body[side] : visit.body
    if (body !== undefined) headers.set('Content-Type', visit.type ?? FORM)
    if (method === 'POST' && !visit.unknownOrigin) {
      headers.set('Origin', ORIGIN)
      headers.set('Sec-Fetch-Site', 'same-origin')
    }
    for (const [name, value] of Object.entries(visit.headers ?? {}))
      headers.set(name, Array.isArray(value) ? value[side] : value)
    const posted = body === undefined ? {} : { body: Buffer.from(body).toString('base64') }
    return { kind: 'ask', at: this.now, seed, method, path, headers: [...headers], ...posted }
  }

  private note(section: string, visit: Visit, before?: Answer, after?: Answer): Pair {
    if (!before || !after) throw new Error(`no answer to ${visit.path}`)
    const { as = 'public', path, note = '' } = visit
    const method = visit.method ?? (visit.body === undefined ? 'GET' : 'POST')
    const who = as === 'public' ? '' : ` as ${as}`
    this.report.add(section, `${method} ${path}${who} ${note}`.trim(), before, after)
    for (const [n, answer] of [before, after].entries()) this.keepCookies(n as 0 | 1, as, answer)
    if (method === 'GET' && before.body.includes('<form') && !visit.headers)
      this.pages.set(`${as} ${path}`, { before, after })
    return { before, after }
  }

  private keepCookies(side: 0 | 1, who: Who, { headers }: Answer): void {
    if (who === 'public') return
    const jar = this.jars[side].get(who) ?? new Map<string, string>()
    this.jars[side].set(who, jar)
    for (const [header, value] of headers) {
      if (header !== 'set-cookie') continue
      const [, name = '', content = ''] = /^([^=]+)=([^;]*)/.exec(value) ?? []
      if (/Max-Age=0\b/.test(value)) jar.delete(name)
      else jar.set(name, content)
    }
  }
}

function count(mails: string): number {
  return (JSON.parse(mails) as unknown[]).length
}

/** Asks again as a browser does that has the page already; nothing where the page has no tag. */
export function againOf(visit: Visit, { before, after }: Pair): Visit[] {
  const [had, has] = [before, after].map(({ headers }) => headers.find(([n]) => n === 'etag')?.[1])
  if (!had) return []
  return [{ ...visit, headers: { 'If-None-Match': [had, has ?? ''] }, note: 'again' }]
}
