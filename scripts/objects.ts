import { setTimeout as sleep } from 'node:timers/promises'
import { accountId, openProvider, type Provider } from './provider.ts'
import type { Shell } from './shell.ts'

/** A bucket, here or in the account. */
export interface Objects {
  /** Null where there is none under that key. */
  get: (key: string) => Promise<Uint8Array | null>
  put: (key: string, bytes: Uint8Array, type: string) => Promise<void>
  /** Keys that begin so, those behind `after` alone. Throws Error where the provider tells none. */
  list: (prefix: string, after: string) => Promise<string[]>
}

export function localObjects(bucket: R2Bucket): Objects {
  return {
    get: async (key) => {
      // one that is listed and whose bytes are gone throws
      const object = await bucket.get(key).catch(() => null)
      return object && new Uint8Array(await object.arrayBuffer())
    },
    put: async (key, bytes, type) => {
      await bucket.put(key, bytes, { httpMetadata: { contentType: type } })
    },
    list: async (prefix, startAfter) => {
      const page = await bucket.list({ prefix, startAfter })
      return page.objects.map(({ key }) => key)
    },
  }
}

/**
 * As wrangler asks for them, without starting it for each: a restore needs hundreds. Throws Error
 * with the provider's sentence where it refuses.
 */
export async function accountObjects(shell: Shell, bucket: string): Promise<Objects> {
  const provider = await openProvider(shell)
  const folder = `accounts/${await accountId(provider, shell.env)}/r2/buckets/${bucket}/objects`
  const ask = async (key: string, init?: RequestInit) => {
    const response = await patiently(provider, `${folder}/${key}`, init)
    if (response.ok || response.status === 404) return response
    throw new Error(
      `The provider refuses ${bucket}/${key}: HTTP ${response.status} ${(await response.text()).slice(0, 200)}`,
    )
  }
  return {
    get: async (key) => {
      const response = await ask(key)
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
    },
    put: async (key, bytes, type) => {
      const body = new Uint8Array(bytes)
      const { ok } = await ask(key, { method: 'PUT', headers: { 'content-type': type }, body })
      if (!ok) throw new Error(`There is no bucket ${bucket}`)
    },
    list: (prefix, after) => listed(provider, folder, { prefix, start_after: after }),
  }
}

interface Listed {
  result?: { key: string }[]
  result_info?: { cursor?: string; is_truncated?: boolean }
}

async function listed(
  provider: Provider,
  folder: string,
  given: Record<string, string>,
): Promise<string[]> {
  const keys: string[] = []
  for (let query = new URLSearchParams(given); ; ) {
    const response = await patiently(provider, `${folder}?${query}`)
    if (!response.ok)
      throw new Error(`The provider lists nothing of ${folder}: HTTP ${response.status}`)
    const { result = [], result_info: info } = (await response.json()) as Listed
    keys.push(...result.map(({ key }) => key))
    if (!info?.is_truncated || !info.cursor) return keys
    query = new URLSearchParams({ ...given, cursor: info.cursor })
  }
}

const TRIES = 5
const WAIT = 1000

/** The API takes 1,200 requests in five minutes, and says when it will take more. */
async function patiently({ send }: Provider, path: string, init?: RequestInit): Promise<Response> {
  for (let n = 1; ; n++) {
    const response = await send(path, init)
    const busy = response.status === 429 || response.status >= 500
    if (!busy || n === TRIES) return response
    const asked = Number(response.headers.get('retry-after')) * 1000
    await sleep(asked > 0 ? asked : n * WAIT)
  }
}
