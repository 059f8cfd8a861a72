import { inviteAdmin } from '../admin.ts'
import type { Shell } from '../shell.ts'

interface Who {
  admin?: string | undefined
  name?: string | undefined
}

/** Invites one where there is none, and prints the link. */
export async function firstAdmin(shell: Shell, { admin, name }: Who, url: string): Promise<void> {
  if (!admin) {
    shell.say('  There is none yet. Invite one: npm run admin:invite -- ADDRESS --remote')
    return
  }
  const link = await inviteAdmin(shell, '--remote', { email: admin, name: name ?? admin }, url)
  shell.say(`  Give this link to ${admin} alone; it is good once, for seven days:\n  ${link}`)
}
