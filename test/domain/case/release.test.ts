import { expect, test } from 'vitest'
import { audienceOf } from '../../../src/domain/case/release.ts'
import { neverPublic } from '../../../src/domain/case/visibility.ts'
import { aComplaint } from '../../support/builders.ts'

const photo = { id: 'a', type: 'image/jpeg' }
const chosen = { release: true, photoIds: ['a'], agencyPhotoIds: [] as string[] }
const anonymous = { anonymous: true }
const named = { anonymous: false }

test('an anonymous photo for the agency is not one for the public', () => {
  const forAgency = { release: true, photoIds: [], agencyPhotoIds: ['a'] }
  expect(audienceOf(anonymous, photo, forAgency)).toEqual({ isPublic: false, forAgency: true })
})

test('what the public sees, the agency of an anonymous report sees, too', () => {
  expect(audienceOf(anonymous, photo, chosen)).toEqual({ isPublic: true, forAgency: true })
  expect(audienceOf(named, photo, chosen)).toEqual({ isPublic: true, forAgency: false })
})

test('a photo ticked for the public stays back where the report is not released', () => {
  const kept = { ...chosen, release: false }
  expect(audienceOf(anonymous, photo, kept)).toEqual({ isPublic: false, forAgency: false })
})

test('a PDF is shown to nobody new, whatever was ticked', () => {
  const both = { ...chosen, agencyPhotoIds: ['a'] }
  const pdf = { id: 'a', type: 'application/pdf' }
  expect(audienceOf(anonymous, pdf, both)).toEqual({ isPublic: false, forAgency: false })
})

test('confidential, supervisory, sensitive and suspected spam are never public', () => {
  const plain = aComplaint({ state: 'received' })
  expect(neverPublic(plain)).toBe(false)
  for (const flag of [
    { confidential: true },
    { supervisory: true },
    { sensitive: 'health' as const },
    { suspectedSpam: true },
  ])
    expect(neverPublic({ ...plain, ...flag })).toBe(true)
})
