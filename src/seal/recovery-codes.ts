import type { RandomBytes } from '../domain/text/bytes.ts'
import { crockfordLetters, foldTyped, isCrockford } from '../domain/text/crockford.ts'
import { inGroups } from '../domain/text/typed-key.ts'
import { sha256Hex } from './digest.ts'

const CODES = 10
/** 80 bits each, so that a digest in a backup says nothing. */
const LETTERS = 16

export function mintCodes(random: RandomBytes): string[] {
  return Array.from({ length: CODES }, () => inGroups(crockfordLetters(random(LETTERS))))
}

/** Null: what was typed is no such code. No secret of the server: one that is lost shuts nobody out. */
export async function codeDigest(userId: string, typed: string): Promise<string | null> {
  const code = foldTyped(typed)
  if (code.length !== LETTERS || !isCrockford(code)) return null
  return sha256Hex(`tanggap recovery code v1\n${userId}\n${code}`)
}
