import type { Shell } from '../shell.ts'

const TRIES = 20

/** A new address takes a moment until it answers, and a new version until it answers everywhere. */
export async function healthy(
  { fetch, env }: Shell,
  url: string,
  version: string | undefined,
): Promise<void> {
  let seen = 'nothing'
  for (let i = 0; i < TRIES; i++) {
    seen = await fetch(`${url}/sehat`, { headers: { Accept: 'application/json' } }).then(
      (response) => sightOf(response, version),
      (error: Error) => `no connection (${causeOf(error)})`,
    )
    if (seen === AS_WANTED) return
    await new Promise((resolve) => setTimeout(resolve, Number(env.HEALTH_WAIT ?? 3000)))
  }
  throw new Error(`${url}/sehat gives ${seen}, not version ${version}.
A new domain can take minutes until it answers: look there again, or run this command again.`)
}

const AS_WANTED = ''

/** What an answer shows; empty where it is the version that was deployed, in good health. */
async function sightOf(response: Response, version: string | undefined): Promise<string> {
  const body = await response
    .json()
    .then((json) => json as { version?: unknown; bad_secrets?: string })
    .catch(() => undefined)
  if (!body) return `an answer of another program (HTTP ${response.status})`
  if (body.version !== version) return `version ${body.version}`
  if (body.bad_secrets) return `a malformed ${body.bad_secrets} (${remedies(body.bad_secrets)})`
  return response.ok ? AS_WANTED : `HTTP ${response.status} by the new version`
}

/** A command for each that is named. */
function remedies(names: string): string {
  const each = names.split(' ').map((name) => `npm run keys -- make ${name}`)
  return ['the copy is right: npm run keys -- put', ...each].join('; else ')
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message
}
