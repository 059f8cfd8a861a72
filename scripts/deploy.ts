import { parseArgs } from 'node:util'
import { takeSteps } from './deploy/steps.ts'
import { explain, main, type Shell } from './shell.ts'

const HELP = `Brings the program to the city's Cloudflare account; repeated, it brings what is new.

  npm run deploy -- --url https://lapor.kota.go.id --admin rina@kota.go.id
  npm run deploy -- --dry-run        prints every step, and runs those that need no account

  --url     where the site will be reached; also PUBLIC_URL in wrangler.toml
  --admin   invited as first administrator when there is none yet
  --name    how that person is called
  --kosong        an empty city, which its administrator sets up by its pages; with --sender
  --sender        address that the letters of an empty city come from
  --take-over     although another site stands at that address, which then goes
  --drop-others   other addresses of the program go; they stay otherwise

Sign in first: npx wrangler login. Needs the plan Workers Paid (5 USD a month).`

/** npm run deploy */
export async function deploy(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: 'string' },
      admin: { type: 'string' },
      name: { type: 'string' },
      kosong: { type: 'boolean' },
      sender: { type: 'string' },
      'take-over': { type: 'boolean' },
      'drop-others': { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return explain(shell, HELP, true)
  await takeSteps(shell, {
    ...values,
    kosong: values.kosong ?? false,
    takeOver: values['take-over'] ?? false,
    dropOthers: values['drop-others'] ?? false,
    dryRun: values['dry-run'] ?? false,
  })
  return 0
}

if (import.meta.main) await main(deploy)
