import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { PUBLISH_CITY } from '../src/db/publish-city.ts'
import { HELD, RELEASE, surelyUnsent } from '../src/db/restored.ts'
import { DAY, type Instant } from '../src/domain/time/time.ts'
import { backupFetch } from './backup-fetch.ts'
import { keysAtHand } from './backup-keys.ts'
import { readSecrets, writeSecrets } from './deploy/secrets.ts'
import { post } from './drill/life.ts'
import { type LostCity, liveAndLose } from './drill/lose.ts'
import { withLocal } from './platform.ts'
import { openOneEach } from './restore/identities.ts'
import { databaseFiles } from './restore/in-use.ts'
import { restore } from './restore.ts'
import { newSecrets, type Secrets } from './secrets.ts'
import { explain, main, type Shell } from './shell.ts'
import { sweep } from './sweep.ts'

const HELP = `Loses a city and brings it back, in a folder of its own: nothing of yours is touched.

  npm run drill                  reports, a backup, an erasure, a new identity key, letters; then
                                 database and photos are lost, restored and rolled forward
  npm run drill -- --minutes 23  after so many minutes of its life (13)

Prints how much was lost (RPO), how long it took (RTO), and what must each be 0: letters that went out
twice, people who were erased and are back, keys that open nothing. Ends with 1 where one is not.`

/** npm run drill */
export async function drill(shell: Shell, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { minutes: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return explain(shell, HELP, true)
  const minutes = Number(values.minutes ?? 13)
  if (!Number.isInteger(minutes) || minutes < 6 || minutes > 120)
    throw new Error('--minutes is a number from 6 to 120')
  const state = mkdtempSync(join(tmpdir(), 'drill-'))
  try {
    return await inFolder(shell, state, minutes)
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

async function inFolder(shell: Shell, state: string, minutes: number): Promise<number> {
  const secrets = newSecrets()
  const env = {
    ...shell.env,
    SECRETS_FOLDER: join(state, 'secrets'),
    DEV_VARS: join(state, 'none'),
  }
  const own = { ...shell, env }
  const city = await liveAndLose(own, secrets, state, minutes)
  keepSecrets(env.SECRETS_FOLDER, secrets)
  const began = Date.now()
  const folder = join(state, 'brought-down')
  const here = ['--persist-to', state]
  await backupFetch(own, [...here, '--to', folder])
  await restore(own, [folder, '--local', ...here])
  const photosLost = await sweep(own, ['--from', join(state, 'files'), ...here])
  const took = Date.now() - began
  const found = await lookAt(own, state, city, secrets)
  return judge(own, city, { ...found, photosLost }, took)
}

function keepSecrets(folder: string, secrets: Secrets): void {
  const file = join(folder, readdirSync(folder)[0] ?? '')
  writeSecrets(file, { ...readSecrets(file), ...secrets })
}

interface Found {
  until: Instant
  /** Filed, and not there any more. */
  lost: Instant[]
  back: number
  doubled: number
  /** Letters that may have gone out in the last minutes: the operator decides. */
  unsure: number
  keysLost: number
  keys: number
  /** How the command ended that puts photos back: 0 where each row has its own. */
  photosLost: number
}

async function lookAt(
  shell: Shell,
  state: string,
  city: LostCity,
  secrets: Secrets,
): Promise<Omit<Found, 'photosLost'>> {
  const db = new DatabaseSync(databaseFiles(state)[0] ?? '')
  const there = new Set(
    db
      .prepare('select id from complaint')
      .all()
      .map(({ id }) => Number(id)),
  )
  const back = db
    .prepare(
      `select (text is not null) + exists (select 1 from identity i where i.complaint_id = c.id
        and i.wrapped_key is not null) as n from complaint c where id = ?`,
    )
    .get(city.erased)
  const opened = await openOneEach(db, keysAtHand(shell))
  const restored = db.prepare(`select value from setting where key = 'restored'`).get()
  // as an operator who sends what was surely not sent, and opens the city again
  db.exec(`update outbox set ${RELEASE} where ${HELD} and ${surelyUnsent(city.lostAt)}`)
  const unsure = db.prepare(`select count(*) as n from outbox where ${HELD}`).get()
  db.exec(`update setting set value = 'false' where key = 'readOnly'`)
  db.exec(PUBLISH_CITY)
  db.close()
  await withLocal(({ DB }) => post(DB, secrets, Date.now() + DAY, city.mailbox), state)
  return {
    until: (JSON.parse(String(restored?.value)) as { until: Instant }).until,
    lost: [...city.filed].filter(([id]) => !there.has(id)).map(([, at]) => at),
    back: Number(back?.n ?? 1),
    doubled: city.mailbox.length - new Set(city.mailbox).size,
    unsure: Number(unsure?.n),
    keysLost: opened.filter(({ opens }) => !opens).length,
    keys: opened.length,
  }
}

function judge({ say }: Shell, city: LostCity, found: Found, took: number): number {
  const rpo = Math.ceil((city.lostAt - found.until) / 60_000)
  const early = found.lost.filter((at) => at <= found.until).length
  say(
    `RPO ${rpo} minutes (at most 15): ${found.lost.length} of ${city.filed.size} reports are lost.`,
  )
  say(`RTO ${Math.ceil(took / 1000)} seconds, of ${city.filed.size} reports.`)
  say(
    `Reports lost that were filed before that: ${early}. Letters: ${city.mailbox.length}, doubled: ${found.doubled}, left to you: ${found.unsure}.`,
  )
  say(`Photos of the reports that are there: ${found.photosLost ? 'NOT all back' : 'all back'}.`)
  say(`People back: ${found.back}. Keys lost: ${found.keysLost} of ${found.keys}.`)
  const wrong = early + found.doubled + found.back + found.keysLost + found.photosLost
  const held = rpo <= 15 && wrong === 0
  say(held ? 'The drill held.' : 'The drill did NOT hold.')
  return held ? 0 : 1
}

if (import.meta.main) await main(drill)
