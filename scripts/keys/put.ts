import { badSecrets, SECRET_NAMES } from '../../src/seal/secret-marks.ts'
import { readSecrets } from '../deploy/secrets.ts'
import type { Shell } from '../shell.ts'
import { copyFile, mayChangeSecrets, putSecrets } from './worker.ts'

/** Brings the copy's secrets into the Worker, as often as wanted; of other names none. */
export async function put(shell: Shell): Promise<void> {
  const kept = readSecrets(copyFile(shell))
  const names = SECRET_NAMES.filter((name) => kept[name] !== undefined)
  if (names.length === 0)
    throw new Error('Bring the copy of the secrets from the safe into .secrets/')
  const bad = badSecrets(kept).filter((name) => names.includes(name))
  if (bad.length > 0)
    throw new Error(`The copy holds a malformed ${bad.join(', ')}: nothing was changed.`)
  await mayChangeSecrets(shell)
  await putSecrets(shell, Object.fromEntries(names.map((name) => [name, kept[name]])))
  shell.say(`The Worker has the copy's ${names.join(', ')}.`)
}
