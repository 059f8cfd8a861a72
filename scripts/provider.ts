import { type Runner, runWrangler } from './command.ts'
import type { Shell } from './shell.ts'

/** What the provider's API answers: the result, or its refusal. */
export type Answer<T> =
  | { ok: true; result: T }
  | { ok: false; status: number; code: number; said: string }

/** The provider's API, for what wrangler has no command for, or none for many at once. */
export interface Provider {
  ask: <T>(path: string) => Promise<Answer<T>>
  /** One request, whatever comes of it. Throws Error where nobody can be reached. */
  send: (path: string, init?: RequestInit) => Promise<Response>
}

const API = 'https://api.cloudflare.com/client/v4'

/** Signed in as wrangler is. */
export async function openProvider(shell: Shell): Promise<Provider> {
  const headers = await credentials(shell)
  const base = shell.env.CLOUDFLARE_API_BASE_URL ?? API
  const send: Provider['send'] = (path, init) => {
    const asked = { ...init, headers: { ...init?.headers, ...headers } }
    return shell.fetch(`${base}/${path}`, asked).catch((error: Error) => {
      const cause = error.cause instanceof Error ? error.cause.message : error.message
      throw new Error(`${base} cannot be reached: ${cause}`)
    })
  }
  return { send, ask: async (path) => readAnswer(await send(path)) }
}

interface Envelope<T> {
  success: boolean
  errors?: { code: number; message: string }[]
  result: T
}

async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const body = await response
    .json()
    .then((json) => json as Envelope<T>)
    .catch(() => undefined)
  if (response.ok && body?.success) return { ok: true, result: body.result }
  const [first] = body?.errors ?? []
  const said = first ? `${first.message} [code: ${first.code}]` : `HTTP ${response.status}`
  return { ok: false, status: response.status, code: first?.code ?? 0, said }
}

/** The result; throws with the provider's sentence where it refuses. */
export async function resultOf<T>({ ask }: Provider, path: string): Promise<T> {
  const answer = await ask<T>(path)
  if (!answer.ok) throw new Error(`The provider refuses ${path}: ${answer.said}`)
  return answer.result
}

type Credentials = { token: string } | { key: string; email: string }

async function credentials(shell: Runner & Pick<Shell, 'env'>): Promise<Record<string, string>> {
  const given = shell.env.CLOUDFLARE_API_TOKEN
  if (given) return { Authorization: `Bearer ${given}` }
  const out = await runWrangler(shell, ['auth', 'token', '--json'])
  const found = JSON.parse(out) as Credentials
  if ('token' in found) return { Authorization: `Bearer ${found.token}` }
  return { 'X-Auth-Key': found.key, 'X-Auth-Email': found.email }
}

interface Account {
  id: string
  name: string
}

/** The account that wrangler will use; throws in words where it cannot know which. */
export async function accountId(provider: Provider, env: NodeJS.ProcessEnv): Promise<string> {
  if (env.CLOUDFLARE_ACCOUNT_ID) return env.CLOUDFLARE_ACCOUNT_ID
  const accounts = await resultOf<Account[]>(provider, 'accounts')
  const [only, ...others] = accounts
  if (!only) throw new Error('The sign-in reaches no account. Ask its owner to invite you.')
  if (others.length === 0) return only.id
  const list = accounts.map(({ id, name }) => `  export CLOUDFLARE_ACCOUNT_ID=${id}   # ${name}`)
  throw new Error(`The sign-in reaches several accounts. Say which:\n${list.join('\n')}`)
}
