type PersonalDataKind = 'email' | 'nik' | 'phone' | 'plate' | 'account'

/** [start, end) in UTF-16 units, as slice() takes them. */
export interface PersonalSpan {
  kind: PersonalDataKind
  start: number
  end: number
}

/** Each ends alike, so that what a mask left is known (doubts.ts). */
const MASKS: Record<PersonalDataKind, string> = {
  email: '[alamat e-mail disamarkan]',
  nik: '[NIK disamarkan]',
  phone: '[nomor telepon disamarkan]',
  plate: '[nomor polisi disamarkan]',
  account: '[nomor rekening disamarkan]',
}

const PLATE_AREA_OF_TWO = 'A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNPRSTW]|E[ABD]|K[BHTU]|P[ABGSTY]'
const PLATE_AREA_OF_ONE = '[ABDEFGHKLMNPRSTWZ]'

/** Bounded, behind a border: hostile text costs no more than its length. Earlier kinds win. */
const PATTERNS: readonly (readonly [PersonalDataKind, RegExp])[] = [
  [
    'email',
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu,
  ],
  ['nik', /(?<!\d)(?:\d{16}|\d{6}[ .-]\d{6}[ .-]\d{4}|\d{4}(?:[ .-]\d{4}){3})(?!\d)/g],
  ['phone', /(?<!\d)(?:\+ ?62|62|0)[ .-]?8\d(?:[ .-]?\d){6,10}(?!\d)/g],
  ['phone', /(?<!\d)(?:\(0[2-9]\d{1,2}\)|0[2-9]\d{1,2}[ -]?) ?\d{3,4}[ -]?\d{2,4}(?!\d)/g],
  [
    'plate',
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:${PLATE_AREA_OF_TWO})[ -]?\\d{1,4}|${PLATE_AREA_OF_ONE}[ -]?\\d{3,4})[ -]?[A-Z]{1,3}(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  ],
  [
    'account',
    /(?<=(?<!\p{L})(?:rek|rekening|norek|bri|bca|bni|bsi|btn|brk|mandiri|dana|ovo|gopay|virtual account|va)[^\d\n]{0,24})(?<!rp ?|rp\. ?)\d(?:[ .-]?\d){9,19}(?!\d)/giu,
  ],
  ['account', /(?<!\d|rp ?|rp\. ?)\d{10,20}(?!\d)/gi],
]

/** What each must hold: most titles of a list need no closer look, and that is dear. */
const HINTS: Record<PersonalDataKind, (text: string, digits: number) => boolean> = {
  email: (text) => text.includes('@'),
  nik: (_, digits) => digits >= 16,
  phone: (_, digits) => digits >= 8,
  plate: (text, digits) => digits > 0 && /\d[ -]?\p{L}/u.test(text),
  account: (_, digits) => digits >= 10,
}

export function findPersonalData(text: string): PersonalSpan[] {
  const digits = text.replace(/\D/g, '').length
  const found: PersonalSpan[] = []
  for (const [kind, pattern] of PATTERNS.filter(([kind]) => HINTS[kind](text, digits)))
    for (const match of text.matchAll(pattern)) {
      const span = { kind, start: match.index, end: match.index + match[0].length }
      if (!found.some((other) => span.start < other.end && other.start < span.end)) found.push(span)
    }
  return found.sort((a, b) => a.start - b.start)
}

export function maskPersonalData(
  text: string,
  spans: readonly PersonalSpan[] = findPersonalData(text),
): string {
  let masked = ''
  let from = 0
  for (const { kind, start, end } of spans) {
    masked += text.slice(from, start) + MASKS[kind]
    from = end
  }
  return masked + text.slice(from)
}
