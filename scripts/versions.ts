import { type Runner, runWrangler } from './command.ts'

/** A version of the Worker: the program, or the same one with other secrets. */
export interface Version {
  id: string
  number: number
  /** Whether a deployment of ours brought it: secrets and drafts make versions too, without a tag. */
  isProgram: boolean
  /** Whether it ever answered, as far back as the provider lists deployments. */
  wasDeployed: boolean
}

/** The versions, the newest first, and which one answers now. */
export interface Versions {
  running: Version
  latest: Version
  all: Version[]
}

/** Every version of the program carries it; wrangler's drafts and changed secrets do not. */
export const TAG = 'tanggap'

interface Listed {
  id: string
  number: number
  annotations?: Record<string, string>
}

interface Deployment {
  created_on: string
  versions: { version_id: string; percentage: number }[]
}

export async function readVersions(shell: Runner): Promise<Versions> {
  const [listed, deployments] = await Promise.all([
    json<Listed[]>(shell, ['versions', 'list', '--json']),
    json<Deployment[]>(shell, ['deployments', 'list', '--json']),
  ])
  const deployed = deployments.flatMap(({ versions }) => versions.map((one) => one.version_id))
  const all = listed
    .map(({ id, number, annotations }) => ({
      ...{ id, number, wasDeployed: deployed.includes(id) },
      isProgram: (annotations?.['workers/tag'] ?? '').startsWith(TAG),
    }))
    .toSorted((a, b) => b.number - a.number)
  const [newest] = deployments.toSorted((a, b) => b.created_on.localeCompare(a.created_on))
  const running = all.find(({ id }) => id === newest?.versions[0]?.version_id)
  const [latest] = all
  if (!latest || !running) throw new Error('The Worker has no version that runs. Deploy it first.')
  return { running, latest, all }
}

async function json<T>(shell: Runner, args: string[]): Promise<T> {
  return JSON.parse(await runWrangler(shell, args)) as T
}

/** The version of the program that is inside this one: itself, or the last before its secrets. */
export function programOf({ all }: Versions, { number }: Version): Version | undefined {
  return all.find((one) => one.isProgram && one.number <= number)
}
