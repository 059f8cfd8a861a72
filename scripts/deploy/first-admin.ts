import { inviteAdmin } from '../admin.ts'
import { querySql } from '../command.ts'
import type { Shell } from '../shell.ts'

const ADMINS = `select count(*) as n from membership m join user u on u.id = m.user_id
where m.role = 'admin' and m.until is null and u.disabled_at is null`

interface Who {
  admin?: string | undefined
  name?: string | undefined
}

/** Invites one where there is none, and prints the link. */
export async function firstAdmin(shell: Shell, { admin, name }: Who, url: string): Promise<void> {
  const [row] = await querySql<{ n: number }>(shell, '--remote', ADMINS.replaceAll('\n', ' '))
  if ((row?.n ?? 0) > 0) return
  if (!admin) {
    shell.say('  There is none yet. Invite one: npm run admin:invite -- ADDRESS --remote')
    return
  }
  const link = await inviteAdmin(shell, '--remote', { email: admin, name: name ?? admin }, url)
  shell.say(`  Give this link to ${admin} alone; it is good once, for seven days:\n  ${link}`)
}
