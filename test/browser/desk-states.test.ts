import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseWords } from '../../src/words/id/desk.ts'
import { deskForms } from '../../src/words/id/desk-forms.ts'
import { fileAsReporter, type Hand, handOf } from './support/desk-http.ts'
import { isTooWide } from './support/inspect.ts'
import { putAway } from './support/many.ts'
import { newPage, screenshot } from './support/pages.ts'
import { sql } from './support/site.ts'
import { signIn, step } from './support/steps.ts'

/** Agencies of the seeded city; drafts of the second wait for its head. */
const [DISHUB, PUPR, INSPEKTORAT] = [8, 3, 2]
const WHY = 'Sudah kami periksa di lapangan bersama warga.'

const filed: string[] = []
const hands: Record<string, Hand> = {}

const approval = async (on: boolean) => {
  await sql(`update agency set approval = ${on ? 1 : 0} where id = ${PUPR}`)
  // typed for the Worker, whose globals are others
  const { PUBLISH_CITY } = await import(
    new URL('../../src/db/publish-city.ts', import.meta.url).href
  )
  await sql(PUBLISH_CITY)
}

beforeAll(async () => {
  await approval(true)
  const people = ['verifikator', 'petugas1.dishub', 'petugas1.pupr', 'inspektorat']
  for (const mailbox of people) hands[mailbox] = await handOf(mailbox)
})

afterAll(async () => {
  await approval(false)
  await putAway(filed)
})

const by = (mailbox: string) => hands[mailbox] as Hand

const aReport = async (about: string) => {
  const report = await fileAsReporter(`Lampu jalan padam di depan pasar ${about}, sejak kemarin.`)
  filed.push(report.nomor)
  return report
}

const routed = async (about: string, opd: number, more: Record<string, string> = {}) => {
  const { nomor } = await aReport(about)
  const decision = { jenis: 'complaint', kategori: '3', prioritas: 'normal', rilis: 'tidak' }
  await by('verifikator').take(nomor, 'penerusan', { ...decision, opd: String(opd), ...more })
  return nomor
}

const inHand = async (about: string, opd: number, officer: string) => {
  const nomor = await routed(about, opd)
  await by(officer).take(nomor, 'penanganan')
  return nomor
}

const inTenDays = () => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)

interface State {
  who: string
  /** Brings a report there; its number. */
  ready: (about: string) => Promise<string>
  /** Id of the form's step, or how it begins. */
  form: string
  fields: Record<string, string>
  send: string
  done: string
}

const states: Record<string, State> = {
  promise: {
    who: 'petugas1.dishub',
    ready: (about) => inHand(about, DISHUB, 'petugas1.dishub'),
    form: 'promise_date',
    fields: { tanggal: inTenDays(), janji: 'Tiga lampu diganti.' },
    send: deskForms.promiseDate.send,
    done: caseWords.done.promise_date,
  },
  objection: {
    who: 'admin',
    ready: async (about) => {
      const report = await aReport(about)
      await by('verifikator').take(report.nomor, 'arsip', { alasan: WHY })
      const at = `/laporan-saya/${report.nomor}`
      const action = `${at}/keberatan-keputusan`
      const form = (await report.read(at)).split('<form').find((part) => part.includes(action))
      const kiriman = /name="kiriman" value="([^"]*)"/.exec(form ?? '')?.[1] ?? ''
      const alasan = 'Lampunya masih padam sampai malam tadi.'
      expect((await report.send(action, { kiriman, alasan })).status).toBe(303)
      return report.nomor
    },
    form: 'overrule',
    fields: { alasan: WHY },
    send: deskForms.overrule.send,
    done: caseWords.done.overrule,
  },
  conclusion: {
    who: 'inspektorat',
    ready: async (about) => {
      const nomor = await routed(about, INSPEKTORAT, { pengawasan: '1' })
      await by('inspektorat').take(nomor, 'penanganan')
      await by('inspektorat').take(nomor, 'pertanyaan', { pertanyaan: 'Kapan tepatnya terjadi?' })
      await sql(
        `update clock set due_day = '2026-01-05' where kind = 'completion' and complaint_id =
          (select id from complaint where reference = ?)`,
        nomor,
      )
      return nomor
    },
    form: 'conclude',
    fields: { alasan: WHY },
    send: deskForms.conclude.send,
    done: caseWords.done.conclude,
  },
  signature: {
    who: 'pimpinan',
    ready: async (about) => {
      const nomor = (await states.conclusion?.ready(about)) ?? ''
      await by('inspektorat').take(nomor, 'keputusan', { alasan: WHY })
      return nomor
    },
    form: 'approve-',
    fields: {},
    send: deskForms.approve.sign,
    done: caseWords.done.countersign,
  },
  masking: {
    who: 'verifikator',
    ready: async (about) => {
      const nomor = await inHand(about, DISHUB, 'petugas1.dishub')
      const tanggapan = 'Tim turun sore ini ke rumah Pak Budi.'
      await by('petugas1.dishub').take(nomor, 'tanggapan', { tanggapan })
      return nomor
    },
    form: 'mask-',
    fields: { teks: 'Tim turun sore ini.', alasan: WHY },
    send: deskForms.mask.send,
    done: caseWords.done.mask,
  },
  approval: {
    who: 'kepala.pupr',
    ready: async (about) => {
      const nomor = await inHand(about, PUPR, 'petugas1.pupr')
      await by('petugas1.pupr').take(nomor, 'tanggapan', { tanggapan: 'Tim turun sore ini.' })
      return nomor
    },
    form: 'approve-',
    fields: {},
    send: deskForms.approve.send,
    done: caseWords.done.approve_reply,
  },
}

/** Its `details`; of one for each message the last. */
const formOf = async (desk: Page, { form }: State) => {
  const id = form.endsWith('-')
    ? await desk.locator(`details[id^="langkah-${form}"]`).last().getAttribute('id')
    : `langkah-${form}`
  return step(desk, (id ?? '').replace('langkah-', ''))
}

test.each(Object.entries(states))(
  'with its script the desk takes a step of %s, wide and narrow',
  async (name, state) => {
    const desk = await newPage()
    const errors: string[] = []
    desk.on('pageerror', (error) => errors.push(String(error)))
    await signIn(desk, state.who)
    for (const width of [1280, 360]) {
      const nomor = await state.ready(`${name} ${width}`)
      await desk.setViewportSize({ width, height: 740 })
      await desk.goto(`/petugas/laporan/${nomor}`)
      const box = await formOf(desk, state)
      for (const [field, words] of Object.entries(state.fields))
        await box.locator(`[name="${field}"]`).fill(words)
      await screenshot(desk, `meja-${name}-${width}`)
      expect(await isTooWide(desk)).toBe(false)
      await box.getByRole('button', { name: state.send, exact: true }).click()
      await desk.getByText(state.done).first().waitFor()
      await desk.locator('#berkas .meta').getByText(nomor).waitFor()
      expect(await isTooWide(desk)).toBe(false)
    }
    expect(errors).toEqual([])
    await desk.context().close()
  },
)
