import type { Provider } from '../provider.ts'

/** Tanggap runs on no other. */
export const FREE = `The account is on the free plan. Tanggap needs Workers Paid (5 USD a month): a sign-in takes
more than the free 10 ms of CPU, and mail to any address is sent on that plan only.
Change it under Workers & Pages, Plans, then run this command again.`

/** What the provider says to the free plan of queues and of a limit of CPU. */
const REFUSED = /\[code: (100129|100328)\]|(un|not )(available|supported)[^.]* the free plan/i

/** Whether a refusal is about the plan. */
export function isForFreePlan(said: string): boolean {
  return REFUSED.test(said)
}

interface Subscription {
  state?: string
  rate_plan?: { id?: string; public_name?: string; is_contract?: boolean }
}

/** In some accounts the plan is part of a contract, which need not name it. */
const PAYS = /workers|enterprise|_ent\b/i
const ENDED = ['Cancelled', 'Failed', 'Expired']

/**
 * False where the subscriptions of the account hold no plan with Workers; undefined where the
 * sign-in may not read them (Billing: Read), as that of `wrangler login` may not.
 */
export async function isPaid(
  { ask }: Pick<Provider, 'ask'>,
  account: string,
): Promise<boolean | undefined> {
  const answer = await ask<Subscription[]>(`accounts/${account}/subscriptions`)
  if (!answer.ok) return undefined
  return answer.result.some(
    ({ state = '', rate_plan: { id = '', public_name = '', is_contract = false } = {} }) =>
      !ENDED.includes(state) && (is_contract || PAYS.test(`${id} ${public_name}`)),
  )
}
