import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DEMO_PASSWORD, demoAccounts } from '../seed/accounts.ts'
import { emptyOnce } from './empty-city.ts'
import { LOCAL_STATE, serverFile } from './restore/in-use.ts'
import { writeDevVarsOnce } from './secrets.ts'
import { seedOnce } from './seed.ts'
import { explain, main, type Shell } from './shell.ts'
import { startWrangler, stop, wrangler } from './wrangler.ts'

const port = Number(process.env.PORT ?? 8787)
const url = `http://localhost:${port}`

let server: ReturnType<typeof startWrangler> | undefined
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, quit)

const HELP = `Starts the server here, with demo data, and says where and as whom to get in.

  npm run dev
  npm run dev -- --kosong  an empty city instead, with the invitation of its administrator
  PORT=8788 npm run dev    on another port

Ctrl-C ends it; what was entered stays. npm run reset begins anew.`

let demo: Awaited<ReturnType<typeof seedOnce>> = null
/** Of the first administrator of an empty city. */
let invitation: string | null = null

await main(async (shell, args) => {
  const { values } = parseArgs({
    args,
    options: { kosong: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return explain(shell, HELP, true)
  await start(shell, values.kosong ?? false)
  return 0
})

async function start(shell: Shell, kosong: boolean): Promise<void> {
  if (!(await isFree(port))) {
    console.error(`Port ${port} is in use. Choose another one: PORT=8788 npm run dev`)
    process.exit(1)
  }

  if (writeDevVarsOnce()) console.log('Secrets: new ones written to .dev.vars')
  await applyMigrations()
  if (!kosong) demo = await seedOnce(applyMigrations)
  if (!demo) invitation = await emptyOnce(shell, url)
  mkdirSync(LOCAL_STATE, { recursive: true })
  writeFileSync(serverFile(LOCAL_STATE), String(process.pid))
  await serve()
}

async function applyMigrations() {
  const count = existsSync('migrations')
    ? readdirSync('migrations').filter((name) => name.endsWith('.sql')).length
    : 0
  if (!count) return
  console.log(`Database: applying what is new of ${count} migrations …`)
  await wrangler('d1', 'migrations', 'apply', 'DB', '--local')
}

async function serve() {
  console.log('Server: starting …')
  server = startWrangler([
    'dev',
    `--port=${port}`,
    `--var=PUBLIC_URL:${url}`,
    '--show-interactive-dev-session=false',
  ])
  const ended = once(server, 'exit')
  // what it says while starting matters only if it does not start
  const early: Buffer[] = []
  const keep = (chunk: Buffer) => early.push(chunk)
  for (const stream of [server.stdout, server.stderr]) stream.on('data', keep)
  const ready = await Promise.race([answers(), ended.then(() => false)])
  for (const stream of [server.stdout, server.stderr]) stream.off('data', keep)
  if (ready) {
    // wrangler waits for cron to be called: the letters that the demo left go out now
    fetch(`${url}/cdn-cgi/local/scheduled?cron=*/5+*+*+*+*`).catch(() => {})
    greet()
  } else process.stderr.write(Buffer.concat(early))
  server.stdout.pipe(process.stdout)
  server.stderr.pipe(process.stderr)
  const [code] = await ended
  await quit(code ?? 1)
}

async function quit(code: number | string) {
  if (server) await stop(server)
  rmSync(serverFile(LOCAL_STATE), { force: true })
  process.exit(typeof code === 'number' ? code : 0)
}

async function answers(): Promise<boolean> {
  for (;;) {
    const ready = await fetch(`${url}/sehat`).then(
      () => true,
      () => false,
    )
    if (ready) return true
    await sleep(150)
  }
}

function greet() {
  const lines = [`Tanggap: ${url}`, ...(demo ? demoLines(demo) : emptyLines())]
  lines.push(`E-mail sent: ${url}/cdn-cgi/local/explorer, or the files under .wrangler/tmp/email`)
  lines.push('Ctrl-C ends it; npm run reset removes the local data.')
  console.log(`\n${lines.join('\n')}\n`)
}

function demoLines(of: NonNullable<typeof demo>): string[] {
  return [...accountLines(), ...reportLines(of)]
}

function emptyLines(): string[] {
  return invitation
    ? ['An empty city. Its first administrator begins here:', `  ${invitation}`]
    : [`An empty city. Its administrator signs in at ${url}/petugas/masuk`]
}

function accountLines(): string[] {
  const lines = demoAccounts.map(({ email, name, role }) => `  ${email}  (${role}, ${name})`)
  return [`Demo accounts, password ${DEMO_PASSWORD}:`, ...lines]
}

/** Reports that can be opened at once at /lacak. */
function reportLines({ reports }: NonNullable<typeof demo>): string[] {
  const lines = reports.map((r) => `  ${r.number}  ${r.key}  (${r.state})`)
  return ['Demo reports with their keys, to be opened at /lacak:', ...lines]
}

async function isFree(candidate: number): Promise<boolean> {
  const probe = createServer()
  const result = Promise.race([
    once(probe, 'listening').then(() => true),
    once(probe, 'error').then(() => false),
  ])
  probe.listen(candidate, 'localhost')
  const free = await result
  probe.close()
  return free
}
