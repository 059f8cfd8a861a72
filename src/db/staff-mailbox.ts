import { and, gte, inArray, lt, or } from 'drizzle-orm'
import { oneMailbox } from '../domain/people/contact.ts'
import type { Database } from './database.ts'
import { user } from './schema/staff.ts'
import { cleanEmail } from './staff.ts'

/** Whether letters to it come to somebody who is, or was, on the staff; of these looks at a few. */
export async function isStaffMailbox(db: Database, address: string): Promise<boolean> {
  const mailbox = oneMailbox(address)
  const [local = ''] = mailbox.split('@')
  const found = await db
    .select({ email: user.email })
    .from(user)
    .where(
      or(
        inArray(user.email, [cleanEmail(address), mailbox]),
        // what stands behind a plus: in the order of letters a comma follows it
        and(gte(user.email, `${local}+`), lt(user.email, `${local},`)),
      ),
    )
    .limit(50)
  return found.some(({ email }) => oneMailbox(email) === mailbox)
}
