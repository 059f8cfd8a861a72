import { SECRET_NAMES, secretMarks } from '../../src/seal/secret-marks.ts'
import { readSecrets } from '../deploy/secrets.ts'
import { publicUrl } from '../settings.ts'
import type { Shell } from '../shell.ts'
import { copyFile } from './worker.ts'

/** Says whether the copy is what the Worker has; ends with 1 where it is not. */
export async function check(shell: Shell, given: string | undefined): Promise<number> {
  const url = publicUrl(given)
  const headers = { Accept: 'application/json' }
  const response = await shell.fetch(`${url}/sehat`, { headers }).catch(() => {
    throw new Error(`${url}/sehat does not answer`)
  })
  const body = await response.json().catch(() => ({}))
  const { secret_marks } = body as { secret_marks?: string }
  if (secret_marks === undefined) throw new Error(`${url}/sehat does not say which secrets it has`)
  const theirs = new Map(
    secret_marks.split(' ').map((mark) => mark.split('=', 2) as [string, string]),
  )
  const ours = await secretMarks(readSecrets(copyFile(shell)))
  const sights = SECRET_NAMES.map((name) => sightOf(ours[name], theirs.get(name)))
  for (const [i, name] of SECRET_NAMES.entries()) shell.say(`${name}: ${sights[i]}`)
  return sights.every((sight) => sight === SAME) ? 0 : 1
}

const SAME = 'the same'

function sightOf(ours: string | undefined, theirs: string | undefined): string {
  if (!ours) return 'missing or malformed in the copy'
  if (!theirs) return 'missing or malformed in the Worker. Run: npm run keys -- put'
  return ours === theirs ? SAME : 'NOT the same: this copy opens nothing there'
}
