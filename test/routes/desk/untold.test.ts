import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { database } from '../../../src/db/database.ts'
import { publishCity } from '../../../src/db/publish-city.ts'
import { wordsFor } from '../../../src/words/words.ts'
import { DISHUB } from '../../support/commands.ts'
import { look, staff } from '../../support/desk.ts'
import { handled } from '../../support/desk-cases.ts'

const t = wordsFor('id', 420)

const caseOf = async (nomor: string) =>
  (await look(await staff('officer', DISHUB), `/petugas/laporan/${nomor}`)).html

const identityOf = (nomor: string, set: string) =>
  env.DB.prepare(
    `update identity set ${set} where complaint_id = (select id from complaint where reference = ?)`,
  )
    .bind(nomor)
    .run()

it('says before a question or a closing that no letter will reach the reporter', async () => {
  const nomor = await handled()
  expect(await caseOf(nomor)).not.toContain('Tidak ada yang bisa dikabari')
  await identityOf(nomor, 'has_email = 0')
  const html = await caseOf(nomor)
  expect(html).toContain(t.caseWords.untold)
  expect(html.split(t.deskForms.untold.none)).toHaveLength(3)
  expect(html).toContain(t.deskForms.untold.phone)
})

it('says on the case that letters to the reporter come back', async () => {
  const nomor = await handled()
  await identityOf(nomor, 'email_failed_at = 1')
  const html = await caseOf(nomor)
  expect(html).toContain(t.caseWords.lettersReturned)
  expect(html.split(t.deskForms.untold.returned)).toHaveLength(3)
})

it('says beside the reply and the closing that the head who must approve does not exist', async () => {
  const nomor = await handled()
  await env.DB.exec(`update agency set approval = 1 where id = ${DISHUB}`)
  await publishCity(database(env.DB))
  expect((await caseOf(nomor)).split(t.deskForms.headless)).toHaveLength(3)
  await staff('head', DISHUB)
  expect(await caseOf(nomor)).not.toContain(t.deskForms.headless)
})
