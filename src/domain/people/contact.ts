import { plainTyped } from '../text/plain-typed.ts'

/** Whatever is longer holds more than one number or address. */
const LONGEST = 300

const PHONE_LABEL =
  /https?:\/\/wa\.me\/|\b(?:wa\.me\/|tel:|no(?:mor)?\b|h\.?p\b|handphone\b|ponsel\b|wa\b|whats ?app\b|te?lp\b|tele?pon\b|telephone\b|phone\b|mobile\b|sms\b|call\b)/gi

/**
 * '0812…' at home, '+65…' abroad; null for what is not plainly one number. Beside a number only
 * labels may stand: other words would be lost.
 */
export function readPhone(typed: string): string | null {
  const text = plainTyped(typed)
    .replace(/^tel\./i, 'tel ')
    .replace(PHONE_LABEL, ' ')
  if (text.length > LONGEST) return null
  const runs = text.match(/\+?\(?\d[\d\s().-]*/g) ?? []
  const [run, ...others] = runs
  if (run === undefined || others.length > 0) return null
  if (/[\p{L}\p{N}@]/u.test(text.replace(run, ''))) return null
  return dialled(run.startsWith('+'), run.replace(/\D/g, ''))
}

function dialled(international: boolean, digits: string): string | null {
  if (/^00[1-9]/.test(digits)) return dialled(true, digits.slice(2))
  if (/^620?[1-9]\d{6,12}$/.test(digits)) return `0${digits.slice(2).replace(/^0/, '')}`
  if (/^0\d{7,13}$/.test(digits)) return digits
  if (international) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null
  // the missing 0 of a mobile number
  return /^8\d{8,11}$/.test(digits) ? `0${digits}` : null
}

const ADDRESS =
  /^(?=.{3,254}$)(?!\.)(?!.*\.\.)[\w'+.-]{0,63}[\w+-]@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}$/i

/** The address that a letter can go to; null for what is not plainly one. */
export function readEmail(typed: string): string | null {
  const text = plainTyped(typed)
  if (text.length > LONGEST) return null
  // 'Siti Rahmah <siti@contoh.id>', as mail programs copy it
  const [inner, ...others] = [...text.matchAll(/<([^<>]*)>/g)].map((match) => match[1] ?? '')
  if (others.length > 0) return null
  const bare = (inner ?? text)
    .replace(/^[^\p{L}\p{N}_+]+/u, '')
    .replace(/^(?:(?:alamat )?e-?mail|surel|mailto) ?: ?(?:mailto:)?/i, '')
    .replace(/\?.*$/, '')
    .replace(/ ?([@.]) ?/g, '$1')
    .replace(/[^\p{L}\p{N}]+$/u, '')
  return ADDRESS.test(bare) ? bare : null
}

/** To count with, never to write to: capitals, what stands behind a plus, at Gmail dots and its two names. */
export function oneMailbox(address: string): string {
  const [, local = '', domain = ''] =
    /^([^+]*)(?:\+.*)?@(.*)$/s.exec(address.trim().toLowerCase()) ?? []
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${local}@${domain}`
  return `${local.replaceAll('.', '')}@gmail.com`
}

export interface TypedContact {
  phone: string | null
  /** Where letters go: an address, or nothing. */
  email: string | null
}

/** What is no address stands with the phone number: staff read it, and no letter goes there. */
export function contactFrom({ phone, email }: TypedContact): TypedContact {
  const address = readEmail(email ?? '') ?? readEmail(phone ?? '')
  const others = [phone ?? '', email ?? ''].filter(Boolean)
  const said = others.flatMap((text) =>
    address !== null && readEmail(text) === address ? [] : (readPhone(text) ?? text),
  )
  return { phone: said.join('; ') || null, email: address }
}
