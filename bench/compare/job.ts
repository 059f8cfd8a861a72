/** What is asked of a Worker: a request, a cron line, or the delivery of what its queue holds. */
export type Job = { at: number; seed: string } & (
  | { kind: 'ask'; method: string; path: string; headers: [string, string][]; body?: string }
  | { kind: 'cron'; cron: string }
  | { kind: 'letters' }
)

export interface Answer {
  status: number
  /** Sorted by name. */
  headers: [string, string][]
  /** Text, or base64 of what is none. */
  body: string
  /** Tags thrown out of the edge cache. */
  purged: string[]
}

/** Under which both versions are reached. */
export const ORIGIN = 'https://lapor.contoh.id'

/** An agency whose head must approve: no agency of the demo has that. */
export const APPROVING = 'dinas-pupr'
