import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneMailbox, readEmail, readPhone } from '../../../src/domain/people/contact.ts'
import { runs } from '../../support/rounds.ts'
import { anyText } from '../text/any-text.ts'

describe('a phone number as people write it', () => {
  test.each([
    ['0812 3456 7890', '081234567890'],
    ['0812–3456—7890', '081234567890'],
    ['0812\u20113456\u22127890', '081234567890'],
    ['\u202a0812\u200b34567890\u202c', '081234567890'],
    ['０８１２３４５６７８９０', '081234567890'],
    ['0812.3456.7890 (WA)', '081234567890'],
    ['No. HP/WA: 0812-3456-7890', '081234567890'],
    ['WhatsApp 81234567890', '081234567890'],
    ['+62 (0) 812-3456-7890', '081234567890'],
    ['62 812 3456 7890', '081234567890'],
    ['0062 81234567890', '081234567890'],
    ['tel:+6281234567890', '081234567890'],
    ['https://wa.me/6281234567890', '081234567890'],
    ['(0765) 31-234', '076531234'],
    ['+65 9123 4567', '+6591234567'],
    ['+60 12-345 6789', '+60123456789'],
    ['001 65', null],
    ['12', null],
    ['0812 3456 7890 / 0813 4567 8901', null],
    ['0812 3456 7890 (Pak Budi)', null],
    ['0765 31234 ext 12', null],
    ['tanya Pak RT', null],
    ['', null],
  ])('"%s"', (typed, read) => {
    expect(readPhone(typed)).toBe(read)
  })

  test('is one number however it is spelled', () => {
    const gap = fc.constantFrom('', ' ', '-', '–', '.', ' - ', '\u200b', '\u00a0')
    const start = fc.constantFrom('0', '+62', '62 ', '+62 (0)', '', '0062')
    const around = fc.constantFrom(
      ['', ''],
      ['HP ', ''],
      ['', ' (WA)'],
      ['Telp. ', ';'],
      ['<', '>'],
    )
    const digits = fc.array(fc.nat(9), { minLength: 8, maxLength: 11 })
    void fc.assert(
      fc.property(start, digits, gap, around, (begin, rest, between, [before, after]) => {
        const number = `8${rest.join('')}`
        expect(readPhone(`${before}${begin}${[...number].join(between)}${after}`)).toBe(
          `0${number}`,
        )
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('an e-mail address as people write it', () => {
  test.each([
    ['siti@contoh.id', 'siti@contoh.id'],
    ['<siti@contoh.id>,', 'siti@contoh.id'],
    ['mailto:siti@contoh.id', 'siti@contoh.id'],
    ['mailto:siti@contoh.id?subject=Lampu', 'siti@contoh.id'],
    ['E-mail: siti@contoh.id.', 'siti@contoh.id'],
    ['“siti@contoh.id”;', 'siti@contoh.id'],
    ['Siti Rahmah <siti@contoh.id>', 'siti@contoh.id'],
    ['siti @contoh. id', 'siti@contoh.id'],
    ['siti＠contoh.id', 'siti@contoh.id'],
    ['siti\u200b@contoh\u00ad.id', 'siti@contoh.id'],
    ['a@x.id, b@x.id', null],
    ['<a@x.id> <b@x.id>', null],
    ['hubungi siti@contoh.id', null],
    ['siti@contoh', null],
    ['siti', null],
    ['', null],
  ])('"%s"', (typed, read) => {
    expect(readEmail(typed)).toBe(read)
  })
})

test('what is read reads as itself, and is safe to send to', () => {
  const near = fc
    .array(fc.constantFrom(...'+62081 -–()<>@.,:;\r\n"aid'), { maxLength: 24 })
    .map((letters) => letters.join(''))
  void fc.assert(
    fc.property(fc.oneof(anyText, near), (typed) => {
      const [phone, email] = [readPhone(typed), readEmail(typed)]
      if (phone !== null) expect(readPhone(phone)).toBe(phone)
      if (phone !== null) expect(phone).toMatch(/^(0|\+)\d{7,15}$/)
      if (email !== null) expect(readEmail(email)).toBe(email)
      if (email !== null) expect(email).toMatch(/^[\w.'+-]+@[A-Za-z0-9.-]+$/)
    }),
    { numRuns: runs(1000) },
  )
})

test('what is written for one mailbox is counted as one', () => {
  for (const one of ['a.b@gmail.com', 'ab+x@gmail.com', 'A.B+y+z@GoogleMail.com', ' ab@GMAIL.com '])
    expect(oneMailbox(one)).toBe('ab@gmail.com')
  // elsewhere dots may be another person's
  expect(oneMailbox('a.b@contoh.id')).toBe('a.b@contoh.id')
  expect(oneMailbox('Siti+lapor@Contoh.id')).toBe('siti@contoh.id')
})
