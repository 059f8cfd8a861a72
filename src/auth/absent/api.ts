import type { AuthContext } from '@better-auth/core'
import { runWithRequestState } from '@better-auth/core/context'
import { dispatchAuthEndpoint, resetPassword, signInEmail } from 'better-auth/api'

/** What staff-auth.ts gives out. Another one that is called needs its line here. */
const endpoints = { signInEmail: signInEmail(), resetPassword }

export type Endpoint = keyof typeof endpoints

type Input = Omit<Parameters<typeof dispatchAuthEndpoint>[1], 'context' | 'operationId'>

/**
 * In the bundle's place of better-auth's own (wrangler.toml), which names forty endpoints so that
 * none can be left out. Each runs as there: within a state of its own, through the same hooks.
 */
export function getEndpoints(context: Promise<AuthContext>) {
  const named = Object.entries(endpoints).map(([operationId, endpoint]) => {
    const run = async (input: Input) =>
      dispatchAuthEndpoint(endpoint, { ...input, context: await context, operationId })
    return [operationId, (input: Input) => runWithRequestState(new WeakMap(), () => run(input))]
  })
  return { api: Object.fromEntries(named), middlewares: [] }
}

/** No path of better-auth's is served. */
export function router(): never {
  throw new Error('better-auth serves no requests here')
}

/** Only plugins bring endpoints that could clash, and there are none. */
export function checkEndpointConflicts() {}
