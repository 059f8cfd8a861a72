import product from '../../src/index.ts'
import { measured, type Tally } from './measured-d1.ts'

/** Of the request that is measured: one after another, so that what an isolate keeps by database stays. */
const tally: Tally = { trips: 0, read: 0, written: 0, each: [] }
let metered: D1Database | undefined

/**
 * The product's Worker with a meter on its database; never deployed. A request that carries
 * `x-measure` gets the tally as `x-d1` and nothing else differs, so that bytes are counted
 * without it.
 */
export default {
  ...product,
  fetch: async (request, env, ctx) => {
    if (!request.headers.has('x-measure')) return product.fetch(request, env, ctx)
    metered ??= measured(env.DB, tally)
    Object.assign(tally, { trips: 0, read: 0, written: 0, each: [] })
    const answer = await product.fetch(request, { ...env, DB: metered }, ctx)
    answer.headers.set('x-d1', JSON.stringify(tally))
    return answer
  },
} satisfies ExportedHandler<Env, { outboxId: number; after?: string }>
