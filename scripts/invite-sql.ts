import { idFrom } from '../src/db/ids.ts'
import { OVERSEERS } from '../src/domain/people/grants.ts'
import { type RandomBytes, toBase64url } from '../src/domain/text/bytes.ts'
import type { Instant } from '../src/domain/time/time.ts'
import { accountTokenIdentifier, mintAccountToken } from '../src/seal/account-token.ts'
import { literal } from './sql.ts'

const DAYS = 7
const DAY = 86_400_000

export interface Invitation {
  statements: string[]
  /** Goes into the link and nowhere else; the database holds its digest. */
  token: string
}

/**
 * What inviteAdministrator does, as SQL: the person is created or let in again, becomes
 * administrator, and gets a link that sets the password once within seven days. A second step
 * of sign-in that was lost goes.
 */
export async function inviteSql(
  { email, name }: { email: string; name: string },
  now: Instant,
  random: RandomBytes,
): Promise<Invitation> {
  const address = literal(email.normalize('NFC').trim().toLowerCase())
  const token = mintAccountToken(random)
  const [person, row] = [random(12), random(12)].map((bytes) => literal(toBase64url(bytes)))
  const identifier = literal(await accountTokenIdentifier(token))
  const id = `(select id from user where email = ${address})`
  // on record, and told to those who look on, like every role that is given
  const change = idFrom(now)
  const news = `exists (select 1 from rights_log where id = ${change} and user_id = ${id})`
  const letters = OVERSEERS.map((to) => `(${literal(`rights|${change}|${to}`)}, ${literal(to)})`)
  const reset = [
    ...OVERSEERS.map((to) => [`rights|${change + 1}|${to}`, to, 'rights_changed']),
    [`account|${change + 1}|person`, 'person', 'account_changed'],
  ].map((row) => `(${row.map(literal).join(', ')})`)
  const statements = [
    `insert into user (id, name, email, email_verified, created_at, updated_at)
values (${person}, ${literal(name)}, ${address}, 1, ${now}, ${now})
on conflict (email) do update set disabled_at = null, updated_at = ${now};`,
    `insert into rights_log (id, at, did, "by", user_id, role, agency_id, reason)
select ${change}, ${now}, 'granted', 'operator', ${id}, 'admin', 0, '' where not exists (select 1
  from membership where user_id = ${id} and role = 'admin' and agency_id = 0 and until is null);`,
    `insert into outbox (dedupe, recipient, template, not_before, state)
select column1, column2, 'rights_changed', ${now}, 'waiting' from (values ${letters.join(', ')})
where ${news};`,
    `insert into membership (user_id, role, agency_id, since) select ${id}, 'admin', 0, ${now}
where not exists (select 1 from membership
  where user_id = ${id} and role = 'admin' and agency_id = 0 and until is null);`,
    // whoever lost what they show as the second step has no other way where nobody else administrates
    `insert into rights_log (id, at, did, "by", user_id, reason)
select ${change + 1}, ${now}, 'second_reset', 'operator', ${id}, ''
where exists (select 1 from user where id = ${id} and second_since is not null);`,
    `insert into outbox (dedupe, recipient, template, not_before, state)
select column1, column2, column3, ${now}, 'waiting' from (values ${reset.join(', ')})
where exists (select 1 from rights_log where id = ${change + 1} and user_id = ${id});`,
    `delete from session where user_id = (select id from user
  where id = ${id} and second_since is not null);`,
    `delete from factor where user_id = ${id};`,
    `update user set second_since = null where id = ${id};`,
    `insert into verification (id, identifier, value, expires_at, created_at, updated_at)
values (${row}, ${identifier}, ${id}, ${now + DAYS * DAY}, ${now}, ${now});`,
  ]
  return { statements, token }
}
