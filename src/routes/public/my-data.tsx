import { Hono } from 'hono'
import { eraseComplaint } from '../../db/erasing.ts'
import {
  answeredRequest,
  contactOf,
  correctContact,
  type HeldContact,
  MOST_CORRECTIONS,
} from '../../db/my-data.ts'
import type { Result } from '../../db/run-command.ts'
import { permitted } from '../../domain/case/decide.ts'
import { ALL_SHOWN } from '../../domain/case/shown.ts'
import { contextOf } from '../../domain/city/rule-context.ts'
import { contactFrom } from '../../domain/people/contact.ts'
import { DAY } from '../../domain/time/time.ts'
import { type Back, limited, refused } from '../../forms/answers.ts'
import { readFields, readForm, type Typed } from '../../forms/read.ts'
import { type AppContext, type AppEnv, surroundings } from '../../http.ts'
import { enqueue } from '../../letters/enqueue.ts'
import { reporterFormToken } from '../../middleware/same-origin.ts'
import { build, patterns } from '../../paths.ts'
import { parseIdentityKeys } from '../../seal/identity-keys.ts'
import { reporterSight } from '../../sights/reporter.ts'
import { answerScript } from './answer-script.ts'
import { evidenceFile } from './evidence-file.ts'
import { reporterOnly } from './reporter.ts'
import { siteOf } from './site.ts'
import { wordsProof } from './words-proof.ts'

export const myData = new Hono<AppEnv>()

function idOf(c: AppContext): number {
  return c.var.dossier.complaint.id
}

function open(c: AppContext): Promise<HeldContact> {
  return contactOf(c.var.db, parseIdentityKeys(c.env.IDENTITY_KEYS), idOf(c))
}

myData.get(patterns.statusData, reporterOnly, async (c) => {
  const said = c.req.query('kabar') === 'disimpan' ? c.var.t.myData.saved : undefined
  return c.render(await page(c, { typed: {}, errors: [], said }))
})

myData.post(patterns.statusData, reporterOnly, async (c) => {
  // nothing is kept anew of somebody who is forgotten
  if (c.var.dossier.complaint.erased) return c.redirect(here(c), 303)
  const { correctionFields } = await import('./correction-fields.ts')
  const read = await readFields(c, correctionFields(c.var.t))
  const { typed } = read.posted
  if (!read.ok) return refused(c, { typed, errors: read.errors }, page)
  const { nama, kontak_telepon, kontak_email } = read.fields
  const contact = {
    name: nama,
    ...contactFrom({ phone: kontak_telepon, email: kontak_email }),
  }
  const keys = parseIdentityKeys(c.env.IDENTITY_KEYS)
  const s = surroundings(c, { kind: 'reporter' })
  const corrected = await correctContact(s, keys, idOf(c), contact)
  if (corrected === 'often') {
    const error = { field: null, text: c.var.t.myData.often(MOST_CORRECTIONS) }
    return limited(c, { typed, errors: [error] }, DAY / 1000, page)
  }
  if (!corrected.ok) return again(c, c.var.t.myData.saveFailed, typed)
  c.executionCtx.waitUntil(enqueue(c.env, corrected.queued))
  return c.redirect(`${here(c)}?kabar=disimpan`, 303)
})

myData.get(patterns.statusDownload, reporterOnly, async (c) => {
  const { dossier, city, now, t } = c.var
  const { keptSight } = await import('../../sights/kept.ts')
  const { myDataFile } = await import('./my-data-file.ts')
  const sight = reporterSight({ ...dossier, shown: ALL_SHOWN }, city, now)
  const file = myDataFile(t, sight, keptSight(dossier, city, now), await open(c))
  return c.json({ ...file, bukti: await evidenceFile(c) })
})

myData.post(patterns.statusErase, reporterOnly, async (c) => {
  const { db, now } = c.var
  const posted = await readForm(c)
  if (eraseWaits(c) === null && !posted.has('setuju')) return again(c, c.var.t.myData.eraseNeeds)
  const s = surroundings(c, { kind: 'reporter' })
  const erased = await eraseComplaint(s, idOf(c), () => [
    answeredRequest(db, idOf(c), 'erase', now),
  ])
  if (!erased.ok && !wasErased(erased))
    return again(c, (erased.conflict ? null : eraseWaits(c)) ?? c.var.t.myData.eraseFailed)
  if (erased.ok) {
    const { finishErasure } = await import('../../db/erased-outside.ts')
    await finishErasure(c.env, idOf(c), erased.keys, now)
  }
  return c.redirect(here(c), 303)
})

/** Asked for twice: it is what the reporter wanted. */
function wasErased(result: Result): boolean {
  return !result.ok && !result.conflict && result.refusal.refused === 'already_said'
}

/** In words what it waits for; null where it may be done. */
function eraseWaits(c: AppContext): string | null {
  const { t, dossier } = c.var
  const ctx = contextOf(surroundings(c, { kind: 'reporter' }))
  const refusal = permitted(dossier.complaint, 'erase', ctx)
  if (refusal === null) return null
  return refusal.refused === 'key_not_renewed' ? t.renewKey.seen : t.myData.eraseOpen
}

function again(c: AppContext, text: string, typed: Typed = {}) {
  return refused(c, { typed, errors: [{ field: null, text }] }, page)
}

function here(c: AppContext): string {
  return build('statusData', { nomor: c.var.dossier.complaint.reference })
}

function shown({ name, phone, email }: HeldContact) {
  return {
    nama: name ?? '',
    kontak_telepon: phone ?? '',
    kontak_email: email ?? '',
  }
}

async function page(c: AppContext, { typed, errors, said }: Back & { said?: string }) {
  const { city, dossier, now, t } = c.var
  const { reference, own, screened, pages, wish, files } = reporterSight(dossier, city, now)
  const { MyDataPage } = await import('../../views/public/my-data.tsx')
  const { keptSight } = await import('../../sights/kept.ts')
  const held = await open(c)
  return (
    <MyDataPage
      t={t}
      site={siteOf(city)}
      reference={reference}
      session={await reporterFormToken(c, reference)}
      contact={{ ...shown(held), ...typed }}
      text={own.text}
      kept={keptSight(dossier, city, now)}
      emailFailedAt={held.emailFailedAt}
      screened={screened}
      pages={pages}
      wish={wish}
      proof={wordsProof(c, dossier)}
      files={files}
      eraseWaits={eraseWaits(c)}
      errors={errors}
      said={said}
      script={answerScript(c)}
    />
  )
}
