import { type Background, purgeReports } from '../db/edge-cache.ts'
import { noteRun } from '../db/health.ts'
import type { Instant } from '../domain/time/time.ts'
import { anchorEvents } from './anchor-events.ts'
import { backup, continueBackup } from './backup.ts'
import { checkCity } from './check-city.ts'
import { checkFigures } from './check-figures.ts'
import { checkHistory } from './check-history.ts'
import { checkIntegrity } from './check-integrity.ts'
import { climbLadder } from './climb-ladder.ts'
import { closeBySilence } from './close-by-silence.ts'
import { copyFiles, copyFilesAgain } from './copy-files.ts'
import { digestDays } from './digest-days.ts'
import { expireChanges, exportChanges } from './export-changes.ts'
import { followRoots } from './follow-roots.ts'
import { runImports } from './imports/run-imports.ts'
import { undoImports } from './imports/undo-imports.ts'
import { indexTrail } from './index-trail.ts'
import { lapse } from './lapse.ts'
import { mailMonthReports } from './mail-month-reports.ts'
import { reportMissingFiles, sweepOrphans } from './orphans.ts'
import { pressQuestions } from './press-questions.ts'
import { purge } from './purge.ts'
import { reckonDrafts } from './reckon-drafts.ts'
import { fixProvisional, recompute } from './recompute.ts'
import { reindex } from './reindex.ts'
import { remind } from './remind.ts'
import { renewFigures } from './renew-figures.ts'
import { resend, resendPreviews } from './resend.ts'
import { retention } from './retention.ts'
import { rewrapIdentities } from './rewrap.ts'
import { sealKeys } from './seal-keys.ts'
import { settleGrants } from './settle-grants.ts'
import { splitStranded } from './split-stranded.ts'
import { tellReveals } from './tell-reveals.ts'
import { unassignLeft } from './unassign-left.ts'
import { unverifiedDigest } from './unverified-digest.ts'
import { warnCalendar } from './warn-calendar.ts'
import { type Counts, type Job, type JobWorld, jobWorld } from './world.ts'

/** By cron line of wrangler.toml. */
export const schedule: Readonly<Record<string, Readonly<Record<string, Job>>>> = {
  '*/5 * * * *': {
    closeBySilence,
    lapse,
    fixProvisional,
    recompute,
    reckonDrafts,
    settleGrants,
    unassignLeft,
    followRoots,
    resend,
    resendPreviews,
    rewrapIdentities,
    sealKeys,
    reindex,
    renewFigures,
    runImports,
    undoImports,
    anchorEvents,
    indexTrail,
    checkIntegrity,
    continueBackup,
    copyFiles,
    // the last: letters that the others wrote are in it
    exportChanges,
  },
  '30 17 * * *': {
    digestDays,
    splitStranded,
    climbLadder,
    pressQuestions,
    remind,
    tellReveals,
    checkFigures,
    checkHistory,
    checkCity,
    retention,
    purge,
    sweepOrphans,
    reportMissingFiles,
    backup,
    copyFiles,
    copyFilesAgain,
    exportChanges,
    expireChanges,
  },
  // the ladder and the reminders once more: should the night have failed, the morning makes up
  '0 1 * * *': {
    climbLadder,
    pressQuestions,
    remind,
    tellReveals,
    unverifiedDigest,
    warnCalendar,
    mailMonthReports,
    exportChanges,
  },
}

/** Change nothing in the database, so that read-only mode does not stop them. */
const HARMLESS: ReadonlySet<string> = new Set([
  'backup',
  'continueBackup',
  'copyFiles',
  'copyFilesAgain',
  'exportChanges',
  'expireChanges',
])

/** One that throws does not stop the others. By `background` public pages leave the edge cache. */
export async function runSchedule(
  env: Env,
  cron: string,
  now: Instant,
  background?: Background,
): Promise<Record<string, Counts | 'failed'>> {
  const w = await jobWorld(env, now)
  const done: Record<string, Counts | 'failed'> = {}
  await noteRun(w.db, now)
  for (const [name, job] of Object.entries(schedule[cron] ?? {})) {
    if (w.s.city.settings.readOnly && !HARMLESS.has(name)) continue
    done[name] = await run(name, job, w)
    if (background) purgeReports(background, w.changed)
    w.changed.clear()
  }
  return done
}

async function run(name: string, job: Job, w: JobWorld): Promise<Counts | 'failed'> {
  try {
    const counts = await job(w)
    if (Object.values(counts).some((n) => n > 0)) console.log({ job: name, ...counts })
    return counts
  } catch (error) {
    console.error({ job: name, failed: error instanceof Error ? error.name : 'unknown' })
    return 'failed'
  }
}
