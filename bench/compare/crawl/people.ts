import { DEMO_PASSWORD, demoAccounts } from '../../../seed/accounts.ts'
import { patterns } from '../../../src/paths.ts'
import type { Visitor, Who } from './visitor.ts'

/** Everybody of the demo's staff, one of each role and more. */
export const STAFF: Who[] = demoAccounts.map(({ email }): Who => `staff:${email.split('@')[0]}`)

export async function signIn(visitor: Visitor, who: Who, password = DEMO_PASSWORD): Promise<void> {
  visitor.forget(who)
  const email = `${who.slice('staff:'.length)}@contoh.id`
  const body = new URLSearchParams({ email, sandi: password }).toString()
  await visitor.one('sign in', { path: patterns.signIn, as: who, body })
}

export async function signInAll(visitor: Visitor): Promise<void> {
  for (const who of STAFF) await signIn(visitor, who)
}

/** Opens a report by number and key, as its reporter would. */
export async function openReport(visitor: Visitor, nomor: string, key: string): Promise<Who> {
  const who: Who = `key:${nomor}`
  const body = new URLSearchParams({ nomor, kode: key }).toString()
  await visitor.one('sign in', { path: patterns.track, as: who, body })
  return who
}
