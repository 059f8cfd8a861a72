import { querySql, type Runner, type Where } from '../command.ts'
import type { Shell } from '../shell.ts'

/** Version 0: access keys from before their hashes were sealed. */
const IN_USE = `select version, sum(identity) as identities, sum(1 - identity) as hashes from (
  select key_version as version, 1 as identity from identity where wrapped_key is not null
  union all
  select cast(iif(length(key_hash) = 64, 0, key_hash) as integer), 0 from complaint where key_hash is not null
) group by 1 order by 1`

interface InUse {
  version: number
  identities: number
  hashes: number
}

/** Says how many identities and access keys each key still seals. */
export async function status(shell: Shell, where: Where): Promise<void> {
  const counts = await inUse(shell, where)
  for (const { version, identities, hashes } of counts)
    shell.say(`key ${version}: ${identities} identities, ${hashes} access keys`)
  if (counts.length === 0) shell.say('There are no identities and no access keys.')
}

export function inUse(shell: Runner, where: Where): Promise<InUse[]> {
  return querySql<InUse>(shell, where, IN_USE)
}
