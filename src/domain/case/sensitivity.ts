import type { Sensitivity } from './complaint.ts'

/** Beginnings; one that ends with a space is a whole word. It errs towards too many. */
const WORDS: readonly (readonly [Sensitivity, string])[] = [
  [
    'child',
    `anak dipukul|anak dicabuli|anak disiksa|anak diperkosa|anak dilecehkan|anak ditelantarkan|
     anak terlantar|anak hilang|kekerasan anak|kekerasan terhadap anak|pelecehan anak|
     penelantaran anak|eksploitasi anak|pekerja anak|pernikahan anak|bawah umur|perundungan|
     dirundung|dibully|bullying|bayi dibuang|murid dipukul|siswa dipukul`,
  ],
  [
    'violence',
    `perkosa|diperkosa|memperkosa|pemerkosa|cabul|dicabuli|mencabuli|pencabul|pelecehan|dilecehkan|
     melecehkan|kdrt |aniaya|dianiaya|menganiaya|penganiaya|dipukul|memukuli|pemukulan|dikeroyok|
     pengeroyok|dibacok|ditikam|dibunuh|pembunuh|ancam bunuh|diancam bunuh|bunuh diri|disiksa|
     penyiksa|kekerasan|disekap|tppo |perdagangan orang|premanisme`,
  ],
  [
    'health',
    `hiv |aids |odha |odgj |gangguan jiwa|sakit jiwa|tbc |tuberkulosis|sifilis|kusta |rekam medis|
     hasil lab |keguguran|aborsi|kehamilan|hamil |skizofrenia|depresi |hepatitis|kanker |
     cuci darah|narkoba`,
  ],
]

const STEMS = WORDS.flatMap(([kind, list]) =>
  list.split('|').map((stem) => [kind, stem.trimStart()] as const),
)

export function proposeSensitivity(text: string): Sensitivity | null {
  const words = ` ${text
    .toLowerCase()
    .replace(/\u200c|\u200d/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  return STEMS.find(([, stem]) => words.includes(` ${stem}`))?.[0] ?? null
}
