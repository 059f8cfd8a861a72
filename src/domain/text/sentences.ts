/** Longer than this is no sentence that anybody has looked at whole: phones leave full stops out. */
const LONGEST = 160

/** More boxes than this are read by nobody, and a text of lone letters would fill a page with them. */
const MOST = 80

/** Whether a full stop here only shortens a word ("Jl.", "No."). */
export function isShortened(before: string): boolean {
  return /(?<![\p{L}\p{N}])(?:jl|jln|no|rt|rw|kel|kec|gg|bpk|ibu|dr|km|pak)$/iu.test(
    before.slice(-8),
  )
}

/** Every word of a clean text, in order, in pieces that can be confirmed one by one. */
export function sentencesOf(text: string): string[] {
  const pieces = text.split('\n').flatMap(sentencesIn).flatMap(shorter)
  return pieces.length > MOST ? packed(pieces) : pieces
}

function packed(pieces: readonly string[]): string[] {
  const packs: string[] = []
  for (const piece of pieces) {
    const longer = `${packs.at(-1) ?? ''} ${piece}`.trim()
    if (longer.length <= LONGEST) packs.splice(-1, 1, longer)
    else packs.push(piece)
  }
  return packs
}

function sentencesIn(line: string): string[] {
  const found: string[] = []
  let from = 0
  for (const end of line.matchAll(/[.!?…]+(?=\s)/gu)) {
    if (end[0] === '.' && isShortened(line.slice(from, end.index))) continue
    const to = end.index + end[0].length
    found.push(line.slice(from, to).trim())
    from = to
  }
  return [...found, line.slice(from).trim()].filter(Boolean)
}

/** At a comma, else at a space, else where it must be. */
function shorter(sentence: string): string[] {
  const pieces: string[] = []
  let rest = sentence
  while (rest.length > LONGEST) {
    const head = rest.slice(0, LONGEST)
    const comma = Math.max(...[', ', '; ', ': '].map((sign) => head.lastIndexOf(sign))) + 1
    const cut = comma > 0 ? comma : head.lastIndexOf(' ')
    const to = cut > 0 ? cut : whole(head)
    pieces.push(rest.slice(0, to).trim())
    rest = rest.slice(to).trim()
  }
  return [...pieces, rest]
}

/** Never through the middle of a character of two units. */
function whole(head: string): number {
  return /[\ud800-\udbff]$/.test(head) ? head.length - 1 : head.length
}
