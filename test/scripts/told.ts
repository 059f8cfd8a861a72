import { readFileSync } from 'node:fs'

/** A line of a block of code, or an inline command; what continues on the next line is one. */
const COMMANDS = /```\n([\s\S]*?)```|`((?:npm run|npm install|npx|export|rclone)(?=\s|`)[^`]*)`/g

/** What the row of a failure in docs/operations.md has the program say. */
export function said(failure: string): string {
  const row = readFileSync('docs/operations.md', 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${failure} | `))
  const words = row?.split(' | ')[1]
  if (!words) throw new Error(`docs/operations.md has no failure ${failure}`)
  return words
}

/** Each command that docs/operations.md tells an operator to type, once, in the order of the text. */
export function toldCommands(): string[] {
  const text = readFileSync('docs/operations.md', 'utf8')
  const lines = Array.from(text.matchAll(COMMANDS), ([, block, inline = '']) =>
    block === undefined ? [inline.replace(/\s+/g, ' ')] : block.trim().split('\n'),
  )
  return [...new Set(lines.flat())]
}
