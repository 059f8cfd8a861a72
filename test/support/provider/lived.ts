import { type Account, newId, type Version } from './account.ts'

/** What made a version: wrangler's draft, changed secrets, or a deployment of ours. */
type Made = 'draft' | 'secret' | 'program'

const TAGS: Record<Made, Record<string, string>> = {
  draft: { 'workers/triggered_by': 'upload' },
  secret: { 'workers/triggered_by': 'secret' },
  program: { 'workers/triggered_by': 'upload', 'workers/tag': 'tanggap' },
}

/** Lets the account have lived through these versions, each deployed. @returns their ids */
export function lived(account: Account, ...made: Made[]): string[] {
  const versions: Version[] = []
  let secrets: Record<string, string> = {}
  for (const [i, how] of made.entries()) {
    if (how === 'secret') secrets = { ...secrets, IDENTITY_KEYS: `sealed ${i}` }
    const created_on = new Date(Date.UTC(2026, 9, 1, 0, i)).toISOString()
    const shared = { number: i + 1, created_on, secrets, bindings: [] }
    versions.push({ id: newId(), annotations: TAGS[how], ...shared })
  }
  const deployments = versions.map(({ id, created_on }) => ({
    ...{ id: newId(), created_on, version: id },
  }))
  account.scripts.set('tanggap', {
    ...{ versions, deployments: deployments.toReversed(), schedules: [] },
  })
  return versions.map(({ id }) => id)
}
