/** What may hang on a root, by what stands before it; `me` and `pe` join it by its first letter. */
const FRAMES: readonly (readonly [prefix: string, endings: string])[] = [
  ['', ' nya an annya kan kannya i inya lah kah pun ku mu'],
  ['ber', ' an kan nya'],
  ['me', ' kan kannya i inya nya'],
  ['di', ' kan kannya i nya'],
  ['pe', ' an annya nya'],
  ['per', ' an annya nya'],
  ['ter', ' kan i nya'],
  ['ke', 'an annya'],
  ['se', ' nya'],
  ['memper', ' kan i'],
  ['diper', ' kan i'],
]

const PLAIN = ['', 'ber', 'di', 'per', 'ter', 'ke', 'se', 'memper', 'diper']

/** What joins me- and pe- to a root, and the first letter of it that was swallowed. */
const JOINTS = [
  ...['', 'm', 'n', 'ng', 'nge'].map((nasal) => ({ nasal, swallowed: '' })),
  { nasal: 'm', swallowed: 'p' },
  { nasal: 'n', swallowed: 't' },
  { nasal: 'ny', swallowed: 's' },
  { nasal: 'ng', swallowed: 'k' },
]

const BEFORE = [
  ...PLAIN.map((prefix) => ({ prefix, swallowed: '' })),
  ...['me', 'pe'].flatMap((prefix) =>
    JOINTS.map(({ nasal, swallowed }) => ({ prefix: prefix + nasal, swallowed })),
  ),
]
const AFTER = [...new Set(FRAMES.flatMap(([, endings]) => endings.split(' ')))]

/** Shorter ones are too often a piece of another word: 'sih' of 'bersih', 'jal' of 'jalan'. */
const SHORTEST_ROOT = 4
const SHORT_ROOTS = new Set(
  'adu air aju api apu bau bor bom cat cor cek got hak isi izin jam las lem pel rem rob uap uji'.split(
    ' ',
  ),
)

/** They look made of another word, and are not. */
const WHOLE = new Set(
  'kepala keluarga mereka perangkat perempuan polisi sebelah sekolah seluruh selatan sepeda setiap terminal pertama'.split(
    ' ',
  ),
)

const TWO_CONSONANTS = /^[^aiueo]{2}/
/** No root begins with two others. */
const CLUSTER = /^[^aiueo](?:[rlyhw]|(?<=s)[tkpm])/

/** Every word that our affixes make of a root, the root first. */
export function formsOf(root: string): string[] {
  const made = FRAMES.flatMap(([prefix, endings]) =>
    endings.split(' ').flatMap((ending) => joined(prefix, root).map((stem) => stem + ending)),
  )
  return [...new Set(made)]
}

/** As formsOf makes it, so that both sides of a search agree: the shortest first. */
export function rootsOf(word: string): string[] {
  if (WHOLE.has(word)) return []
  const found = new Set<string>()
  for (const { prefix, swallowed } of BEFORE)
    for (const ending of AFTER) {
      if (!word.startsWith(prefix) || !word.endsWith(ending)) continue
      const root = swallowed + word.slice(prefix.length, word.length - ending.length)
      if (root !== word && isRoot(root) && formsOf(root).includes(word)) found.add(root)
    }
  return [...found].sort((a, b) => a.length - b.length)
}

function isRoot(letters: string): boolean {
  if (letters.length < SHORTEST_ROOT) return SHORT_ROOTS.has(letters)
  return !TWO_CONSONANTS.test(letters) || CLUSTER.test(letters)
}

function joined(prefix: string, root: string): string[] {
  if (prefix !== 'me' && prefix !== 'pe') return [prefix + root]
  const nasal = withNasal(prefix, root)
  return prefix === 'pe' ? [nasal, prefix + root] : [nasal]
}

/** memukul, menutup, menyapu, mengirim; a cluster keeps its letter (memproses). */
function withNasal(prefix: string, root: string): string {
  if (root.length === 3 && !/^[aiueo]/.test(root)) return `${prefix}nge${root}`
  const kept = TWO_CONSONANTS.test(root) ? root : root.slice(1)
  if (/^[bfv]/.test(root)) return `${prefix}m${root}`
  if (root.startsWith('p')) return `${prefix}m${kept}`
  if (/^(?:[dcjz]|sy)/.test(root)) return `${prefix}n${root}`
  if (root.startsWith('t')) return `${prefix}n${kept}`
  if (root.startsWith('s')) return `${prefix}ny${kept}`
  if (root.startsWith('k')) return `${prefix}ng${kept}`
  if (/^[aiueoghq]/.test(root)) return `${prefix}ng${root}`
  return prefix + root
}
