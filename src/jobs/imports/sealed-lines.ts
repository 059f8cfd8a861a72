import type { ImportLine } from '../../db/imports.ts'
import { type RandomBytes, textOfUtf8, utf8 } from '../../domain/text/bytes.ts'
import { decrypt, encrypt, masterKey } from '../../seal/box.ts'
import { type IdentityKeys, parseIdentityKeys } from '../../seal/identity-keys.ts'

interface Line {
  n: number
  cells: string[]
}

function boundTo(n: number): string {
  return `import line ${n}`
}

/** Each line as one cell, which the newest master key alone opens: '<version>.<box>'. */
export async function sealLines(
  { IDENTITY_KEYS }: Pick<Env, 'IDENTITY_KEYS'>,
  lines: readonly Line[],
  random: RandomBytes,
): Promise<Line[]> {
  const keys = parseIdentityKeys(IDENTITY_KEYS)
  const key = masterKey(keys, keys.current)
  const seal = async ({ n, cells }: Line) => {
    const box = await encrypt(key, boundTo(n), utf8(JSON.stringify(cells)), random)
    return { n, cells: [`${keys.current}.${box}`] }
  }
  return Promise.all(lines.map(seal))
}

export async function openLines<L extends ImportLine>(
  { IDENTITY_KEYS }: Pick<Env, 'IDENTITY_KEYS'>,
  lines: readonly L[],
): Promise<L[]> {
  const keys = parseIdentityKeys(IDENTITY_KEYS)
  return Promise.all(lines.map((line) => opened(keys, line)))
}

async function opened<L extends ImportLine>(keys: IdentityKeys, line: L): Promise<L> {
  const [version = '', box] = line.cells[0]?.split('.') ?? []
  // taken in, and gone from here
  if (box === undefined) return line
  const text = textOfUtf8(await decrypt(masterKey(keys, Number(version)), boundTo(line.n), box))
  return { ...line, cells: JSON.parse(text ?? '[]') as string[] }
}
