/** They stand in every report and say nothing of what one is about. */
const SMALL = new Set(
  `yang yg di ke dari dr dan dgn dengan itu ini tsb tersebut pada untuk utk oleh ada adalah akan
  sudah sdh telah lagi juga jg saja aja atau karena krn agar supaya para sang si nya kok sih dong
  mohon tolong harap saya kami kita`.split(/\s+/),
)

/** The word in full first. */
const SAME: readonly string[][] = [
  ['jalan', 'jl', 'jln'],
  ['gang', 'gg'],
  ['nomor', 'no', 'nomer', 'nmr'],
  ['kelurahan', 'kel'],
  ['kecamatan', 'kec'],
  ['kabupaten', 'kab'],
  ['komplek', 'kompleks', 'komp'],
  ['bapak', 'pak', 'bpk'],
  ['depan', 'dpn'],
  ['simpang', 'simp', 'spg'],
  ['tidak', 'tdk', 'gak', 'nggak', 'ga', 'tak'],
]

const OF = new Map(SAME.flatMap((same) => same.map((word) => [word, same] as const)))

export function isSmall(word: string): boolean {
  return SMALL.has(word)
}

/** A word in full and its abbreviations, whichever of them was typed; none where it has none. */
export function spellingsOf(word: string): readonly string[] {
  return OF.get(word) ?? []
}
