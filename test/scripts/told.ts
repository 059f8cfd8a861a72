import { readFileSync } from 'node:fs'

/** A line of a block of code, or an inline command; what continues on the next line is one. */
const COMMANDS = /```\n([\s\S]*?)```|`((?:npm run|npm install|npx|export|rclone)[^`]*)`/g

/** Each command that docs/operations.md tells an operator to type, once, in the order of the text. */
export function toldCommands(): string[] {
  const text = readFileSync('docs/operations.md', 'utf8')
  const lines = Array.from(text.matchAll(COMMANDS), ([, block, inline = '']) =>
    block === undefined ? [inline.replace(/\s+/g, ' ')] : block.trim().split('\n'),
  )
  return [...new Set(lines.flat())]
}
