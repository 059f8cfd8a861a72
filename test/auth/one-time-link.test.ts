import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import {
  linkExpiry,
  linkStands,
  type OneTimeLink,
  signLink,
  verifyLink,
} from '../../src/auth/one-time-link.ts'
import { caseById } from '../../src/db/cases.ts'
import { DAY } from '../../src/domain/time/time.ts'
import { aCase, give, officer } from '../support/handled.ts'
import { TUESDAY } from '../support/world.ts'

const link: OneTimeLink = {
  complaintId: 245_000_000_000_123,
  purpose: 'confirm',
  round: 2,
  mark: 'AbCd-_09',
  expires: linkExpiry(TUESDAY),
}

it('gives back what was signed, for fourteen days', async () => {
  const token = await signLink(env.SERVER_SECRET, link)
  expect(token).toMatch(/^[\w-]{48}$/)
  expect(await verifyLink(env.SERVER_SECRET, token, TUESDAY + 14 * DAY - 1)).toEqual({
    ok: true,
    link,
  })
  expect(await verifyLink(env.SERVER_SECRET, token, TUESDAY + 14 * DAY)).toEqual({
    ok: false,
    why: 'expired',
    link,
  })
})

it('refuses a token in which any letter was changed, and one of another server', async () => {
  const token = await signLink(env.SERVER_SECRET, link)
  for (let i = 0; i < token.length; i++) {
    const other = token[i] === 'A' ? 'B' : 'A'
    const changed = token.slice(0, i) + other + token.slice(i + 1)
    expect(await verifyLink(env.SERVER_SECRET, changed, TUESDAY)).toEqual({
      ok: false,
      why: 'bad',
      link: null,
    })
  }
  expect((await verifyLink(env.AUTH_SECRET, token, TUESDAY)).ok).toBe(false)
  for (const text of ['', 'x', `${token}A`, 'é'.repeat(40)])
    expect((await verifyLink(env.SERVER_SECRET, text, TUESDAY)).ok).toBe(false)
})

it('stands only for the question it was written for', async () => {
  const { s, id } = await aCase(TUESDAY, 'awaiting_info')
  const asked = {
    complaintId: id,
    purpose: 'answer',
    round: 1,
    mark: 'AbCd-_09',
    expires: linkExpiry(TUESDAY),
  } as const
  const stands = async () => {
    const found = await caseById(s.db, id)
    return found !== null && linkStands(asked, found.complaint)
  }
  expect(await stands()).toBe(true)
  await give(s, id, { kind: 'reporter' }, TUESDAY, {
    name: 'answer',
    text: 'Di depan gerbang timur.',
  })
  expect(await stands()).toBe(false)
  await give(s, id, officer(), TUESDAY, { name: 'ask', text: 'Gerbang timur yang mana, ya?' })
  expect(await stands()).toBe(false)
})
