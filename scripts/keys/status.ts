import { querySql, type Runner, type Where } from '../command.ts'
import type { Shell } from '../shell.ts'

const IN_USE = `select key_version as version, count(*) as n from identity where wrapped_key is not null group by 1 order by 1`

/** Says how many identities each key still wraps. */
export async function status(shell: Shell, where: Where): Promise<void> {
  const counts = await inUse(shell, where)
  for (const { version, n } of counts) shell.say(`key ${version}: ${n} identities`)
  if (counts.length === 0) shell.say('There are no identities.')
}

export function inUse(shell: Runner, where: Where) {
  return querySql<{ version: number; n: number }>(shell, where, IN_USE)
}
