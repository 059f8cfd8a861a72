import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { build } from '../src/paths.ts'
import { changeSql, type Runner, type Where, whereOf } from './command.ts'
import { inviteSql } from './invite-sql.ts'
import { publicUrl } from './settings.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Invites an administrator, or lets one in again after all were lost; a second step of sign-in goes.

  npm run admin:invite -- rina@kota.go.id                      the local database
  npm run admin:invite -- rina@kota.go.id --remote --url https://lapor.kota.go.id

  --name "Rina"   how the person is called; the address otherwise
  --url           where the site is reached; else PUBLIC_URL of wrangler.toml

Prints a link that sets the password once, within seven days. Give it to that person alone.`

/** Writes the invitation and returns the link to hand over. */
export async function inviteAdmin(
  shell: Runner,
  where: Where,
  who: { email: string; name: string },
  url: string,
): Promise<string> {
  if (!/^\S+@\S+\.\S+$/.test(who.email)) throw new Error(`${who.email} is no e-mail address`)
  const invitation = await inviteSql(who, Date.now(), (n) => new Uint8Array(randomBytes(n)))
  await changeSql(shell, where, invitation.statements)
  return `${url}${build('setPassword', { token: invitation.token })}`
}

/** npm run admin:invite */
export async function admin(shell: Shell, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      remote: { type: 'boolean' },
      local: { type: 'boolean' },
      name: { type: 'string' },
      url: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [email] = positionals
  if (values.help || !email) return explain(shell, HELP, values.help)
  const where = whereOf(values)
  const url = where === '--remote' ? publicUrl(values.url) : (values.url ?? 'http://localhost:8787')
  const link = await inviteAdmin(shell, where, { email, name: values.name ?? email }, url)
  shell.say(`Good once, for seven days, for that person alone:\n${link}`)
  return 0
}

if (import.meta.main) await main(admin)
