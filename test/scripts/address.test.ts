import { expect, test } from 'vitest'
import { withAddress } from '../../scripts/deploy/address.ts'
import { isSample, senderDomain } from '../../scripts/deploy/sender.ts'
import { settings } from '../../seed/settings.ts'

const CITY = 'https://lapor.kota.go.id'

test('the address is kept once, in the variables', () => {
  const kept = withAddress('name = "tanggap"\n', CITY)
  expect(kept).toBe(`name = "tanggap"\n\n[vars]\nPUBLIC_URL = "${CITY}"\n`)
  expect(withAddress(kept, CITY)).toBe(kept)
  expect(withAddress(kept, 'https://aduan.kota.go.id').match(/PUBLIC_URL/g)).toHaveLength(1)
  expect(withAddress('[vars]\nOTHER = "1"\n', CITY)).toContain('[vars]\nPUBLIC_URL')
})

test('the sample city sends no letters: its address is known for what it is', () => {
  expect(isSample(senderDomain(settings))).toBe(true)
  for (const domain of ['kota.contoh.id', 'example.org', 'kota.example', 'a.test'])
    expect(isSample(domain), domain).toBe(true)
  for (const domain of ['kota.go.id', 'contohkota.go.id', 'contest.id'])
    expect(isSample(domain), domain).toBe(false)
})
