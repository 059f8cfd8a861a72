const MANY_LINKS = 3
const SAME_LINES = 3
/** Shorter lines ("Terima kasih") may come back. */
const LINE_MIN = 12

const LINK = /https?:\/\/|(?<![\p{L}\p{N}.@])www\./giu
/** A shared map point (maps.app.goo.gl) is what a reporter sends. */
const SHORTENED =
  /(?<![\p{L}\p{N}.-])(?:bit\.ly|tinyurl\.com|s\.id|cutt\.ly|t\.ly|rb\.gy|is\.gd|ow\.ly|shorturl\.at|rebrand\.ly|linktr\.ee|heylink\.me|lynk\.id)\//iu

/** "judi" alone is what neighbours complain of. */
const ADVERTS = `slot gacor|slot online|situs slot|agen judi|bandar togel|
  togel online|togel terpercaya|gampang maxwin|maxwin|scatter|rtp live|rtp slot|link alternatif|
  link daftar|bonus new member|bonus deposit|deposit pulsa|depo pulsa|minimal deposit|freebet|
  pragmatic play|sbobet|poker online|casino online|sicbo|pinjol cair|pinjaman cepat cair|
  dana cair tanpa|jual followers|obat kuat|jasa backlink`
  .split('|')
  .map((words) => words.trim())

/** A guess for the verifier, whose routing settles it: until then nothing is released. */
export function suspectsSpam(text: string): boolean {
  const links = [...text.matchAll(LINK)].length
  if (links >= MANY_LINKS || SHORTENED.test(text) || repeatsLines(text)) return true
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
  const adverts = ADVERTS.filter((advert) => words.includes(advert)).length
  return adverts >= 2 || (adverts === 1 && links > 0)
}

function repeatsLines(text: string): boolean {
  const seen = new Map<string, number>()
  for (const typed of text.split('\n')) {
    const line = typed.trim().toLowerCase()
    if (line.length < LINE_MIN) continue
    const times = (seen.get(line) ?? 0) + 1
    if (times >= SAME_LINES) return true
    seen.set(line, times)
  }
  return false
}
