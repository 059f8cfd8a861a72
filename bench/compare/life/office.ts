import { build, patterns } from '../../../src/paths.ts'
import { signIn } from '../crawl/people.ts'
import type { Pair, Visitor, Who } from '../crawl/visitor.ts'
import { linksOf } from './by-letter.ts'
import { submit } from './life.ts'
import { type City, report } from './reports.ts'

const ADMIN: Who = 'staff:admin'
const PASSWORD = 'sandi-baru-yang-panjang'

/** The administrator's registers: people, what was asked, what went wrong. */
export async function office(visitor: Visitor, city: City): Promise<void> {
  const page = await invited(visitor, city)
  const step = (action: string, fields = {}, status = 303) =>
    submit(visitor, 'office', ADMIN, page, action, { fields, status })
  await step('/peran', { peran: 'officer', opd: '' }, 422)
  await step('/peran', { peran: 'liaison', opd: city.dishub })
  await step('/undangan')
  await step('/peran/pencabutan', { peran: 'liaison', opd: city.dishub })
  await step('/penonaktifan', {}, 422)
  await step('/penonaktifan', { yakin: 'ya' })
  await step('/pengaktifan')
  await registers(visitor)
  await deadLetters(visitor)
}

/** Somebody new: invitation, a first password, a forgotten one, in and out. */
async function invited(visitor: Visitor, city: City): Promise<string> {
  const person = {
    nama: 'Tari Amelia',
    email: 'tari@contoh.id',
    peran: 'officer',
    opd: city.dishub,
  }
  const made = await submit(visitor, 'office', ADMIN, patterns.staffList, patterns.staffList, {
    fields: person,
  })
  await submit(visitor, 'office', ADMIN, patterns.staffList, patterns.staffList, {
    fields: person,
    status: 422,
  })
  await password(visitor, await visitor.job('letters', { kind: 'letters' }))
  const tari: Who = 'staff:tari'
  await signIn(visitor, tari, PASSWORD)
  await visitor.one('lives', { path: build('queue', { view: 'opd' }), as: tari })
  await submit(visitor, 'office', tari, build('queue', { view: 'opd' }), patterns.signOut)
  await visitor.one('lives', { path: patterns.desk, as: tari, note: 'signed out' })
  await submit(visitor, 'office', 'public', patterns.forgot, patterns.forgot, {
    fields: { email: person.email },
    status: 200,
  })
  await password(visitor, await visitor.job('letters', { kind: 'letters' }))
  await signIn(visitor, tari, PASSWORD)
  await visitor.one('lives', { path: patterns.signOutEverywhere, as: tari, body: '' })
  return (made.before.headers.find(([name]) => name === 'location')?.[1] ?? '').split('?')[0] ?? ''
}

async function password(visitor: Visitor, letters: Pair): Promise<void> {
  const [path] = linksOf(letters, /https:\/\/[^\s"\\]*(\/petugas\/sandi\/[\w-]+)/g)
  if (!path) return visitor.report.fault('steps', 'password', 'no link in the letters')
  const typed = [
    { sandi: 'pendek', ulangi: 'pendek' },
    { sandi: 'aaaaaaaaaaaaaaa', ulangi: 'aaaaaaaaaaaaaaa' },
    { sandi: PASSWORD, ulangi: 'lain' },
  ]
  for (const fields of typed)
    await submit(visitor, 'password', 'public', path, path, { fields, status: 422 })
  await submit(visitor, 'password', 'public', path, path, {
    fields: { sandi: PASSWORD, ulangi: PASSWORD },
  })
  await visitor.one('lives', { path, note: 'used' })
}

async function registers(visitor: Visitor): Promise<void> {
  const { nomor } = await report(visitor, 'asked about')
  const request = { nomor, jenis: 'see', kanal: 'counter', pemeriksaan: 'KTP' }
  const asked = await submit(
    visitor,
    'office',
    ADMIN,
    patterns.dataRequests,
    patterns.dataRequests,
    { fields: request },
  )
  await answered(visitor, asked, { hasil: 'done', jawaban: 'sudah ditunjukkan' })
  const breach = {
    kejadian: 'Berkas salah kirim',
    terdampak: 'dua orang',
    tindakan: 'ditarik kembali',
  }
  const found = await submit(visitor, 'office', ADMIN, patterns.breaches, patterns.breaches, {
    fields: breach,
  })
  await answered(visitor, found, { tindakan: 'ditarik, yang terdampak diberi tahu' })
  for (const path of [patterns.dataRequests, patterns.breaches, patterns.staffList])
    await visitor.one('lives', { path, as: ADMIN })
}

async function answered(
  visitor: Visitor,
  made: Pair,
  fields: Record<string, string>,
): Promise<void> {
  const to = made.before.headers.find(([name]) => name === 'location')?.[1] ?? ''
  const page = to.split('?')[0] ?? ''
  await visitor.one('lives', { path: to, as: ADMIN })
  await submit(visitor, 'office', ADMIN, page, page, { fields: { jam: 'x' }, status: 422 })
  await submit(visitor, 'office', ADMIN, page, page, { fields })
  await visitor.one('lives', { path: page, as: ADMIN })
}

/** A mailbox that refuses until the letter is given up, and the administrator sends it again. */
async function deadLetters(visitor: Visitor): Promise<void> {
  const life = await report(visitor, 'refused mail', { kontak_email: 'tolak@contoh.id' })
  for (let i = 0; i < 6; i++) {
    visitor.wait(3 * 3600)
    await life.letters()
  }
  await signIn(visitor, ADMIN)
  const page = await visitor.one('lives', { path: patterns.deadLetters, as: ADMIN })
  const action = /action="(\/petugas\/kiriman-gagal\/\d+)"/.exec(page.before.body)?.[1]
  if (!action) return visitor.report.fault('steps', 'dead letters', 'there is none')
  await submit(visitor, 'office', ADMIN, patterns.deadLetters, action)
  await life.letters()
}
