export type Values = Record<string, string[]>

interface Draft {
  values: Values
  /** The version that it was sent at; nobody knows yet whether it arrived. */
  sentAt?: number
}

const PREFIX = 'draf:'
const OWNER = 'draf-milik'

/** A browser may refuse to store anything: then nothing is kept, and nothing breaks. */
function store<T>(act: (storage: Storage) => T, otherwise: T): T {
  try {
    return act(sessionStorage)
  } catch {
    return otherwise
  }
}

/** What one person wrote is never shown to the next. */
export function owner(me: string): void {
  if (!me) return
  store((storage) => {
    if (storage.getItem(OWNER) !== me) forgetAll()
    storage.setItem(OWNER, me)
  }, undefined)
}

export function write(key: string, values: Values, sentAt?: number): void {
  const draft: Draft = { values, sentAt }
  store((storage) => storage.setItem(PREFIX + key, JSON.stringify(draft)), undefined)
}

export function read(key: string): Values | null {
  return draftAt(PREFIX + key)?.values ?? null
}

export function forget(key: string): void {
  store((storage) => storage.removeItem(PREFIX + key), undefined)
}

export function forgetAll(): void {
  for (const key of keys()) store((storage) => storage.removeItem(key), undefined)
}

/**
 * Of a page that has come. `done` is path and version ('/petugas/laporan/X~7') of what it says
 * was just done; what was sent and did not arrive is in its writer's hands again.
 */
export function sent(done: string): void {
  const at = done.lastIndexOf('~')
  const path = done.slice(0, Math.max(0, at))
  const version = Number(done.slice(at + 1))
  for (const key of keys()) {
    const draft = draftAt(key)
    if (draft?.sentAt === undefined) continue
    const arrived = path && key.startsWith(`${PREFIX}${path}/`) && draft.sentAt < version
    if (arrived) store((storage) => storage.removeItem(key), undefined)
    else write(key.slice(PREFIX.length), draft.values)
  }
}

function keys(): string[] {
  return store(
    (storage) => Object.keys(storage).filter((key) => key.startsWith(PREFIX)),
    [] as string[],
  )
}

function draftAt(key: string): Draft | null {
  return store((storage) => JSON.parse(storage.getItem(key) ?? 'null') as Draft | null, null)
}
