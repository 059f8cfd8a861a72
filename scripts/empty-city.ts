import { inviteAdmin } from './admin.ts'
import { changeSql, querySql, type Runner } from './command.ts'
import { emptySql } from './deploy/city-data.ts'

/** Reserved for examples: letters of a local city lie in a folder. */
const SENDER = 'tanggap@kota.contoh.id'
const ADMIN = { email: 'admin@kota.contoh.id', name: 'Admin Kota' }

const STANDING = `select (select count(*) from city_snapshot) as cities,
  (select count(*) from setting where key = 'deploy:kosong') as empty,
  (select count(*) from account where password is not null) as accounts`

/**
 * A local database without a city gets one that has said nothing yet; what was entered stays.
 * @returns the invitation of its first administrator, until somebody has taken one up
 */
export async function emptyOnce(shell: Runner, url: string): Promise<string | null> {
  const [standing] = await querySql<{ cities: number; empty: number; accounts: number }>(
    shell,
    '--local',
    STANDING.replace(/\s+/g, ' '),
  )
  if (!standing) throw new Error('The database does not say what it holds')
  if (!standing.empty) await changeSql(shell, '--local', emptySql(SENDER, standing))
  return standing.accounts > 0 ? null : inviteAdmin(shell, '--local', ADMIN, url)
}
