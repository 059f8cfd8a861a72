import { parseArgs } from 'node:util'
import { main } from './command.ts'
import { deploy } from './deploy/steps.ts'

const HELP = `Brings the program to the city's Cloudflare account; repeated, it brings what is new.

  npm run deploy -- --url https://lapor.kota.go.id --admin rina@kota.go.id
  npm run deploy -- --dry-run        prints every step, and runs those that need no account

  --url     where the site will be reached; also PUBLIC_URL in wrangler.toml
  --admin   invited as first administrator when there is none yet
  --name    how that person is called

Sign in first: npx wrangler login. Needs the plan Workers Paid (5 USD a month).`

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    admin: { type: 'string' },
    name: { type: 'string' },
    'dry-run': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help) console.log(HELP)
else await main(() => deploy({ ...values, dryRun: values['dry-run'] ?? false }))
