import { TITLE_MAX } from './limits.ts'
import { isShortened } from './sentences.ts'

/** Whatever ends a line somewhere: vertical tab, form feed, next line, separators of all kinds. */
const BREAK = /\r\n?|[\v\f\u0085\p{Zl}\p{Zp}]/gu
/** Other controls, odd spaces, and blanks that are no space to Unicode: never nothing, or words meet. */
const BLANK =
  /(?!\n)[\p{Cc}\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0\ufff9-\ufffc]/gu
/** Format characters (bidi, zero-width, tags, BOM) and whatever else a font does not draw. */
const INVISIBLE = /(?!\ufe0f|\u200c|\u200d)[\p{Cf}\p{DI}]/gu
/** Joiners mean something between letters (Jawi, Bengali) and between the parts of an emoji. */
const JOINABLE = '[\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}]'
const IDLE_JOINER = new RegExp(
  `(?<!${JOINABLE})[\\u200c\\u200d]|[\\u200c\\u200d](?!${JOINABLE})`,
  'gu',
)
const LONE_SURROGATE = /\p{Cs}/gu
const MANY_MARKS = /((?:(?:\u200c|\u200d)?\p{M}){4})(?:(?:\u200c|\u200d)?\p{M})+/gu

/** NFC, one kind of newline, no invisible or direction-changing characters, no towers of marks. */
export function cleanText(typed: string): string {
  return typed
    .replace(BREAK, '\n')
    .replace(BLANK, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
    .normalize('NFC')
    .replace(MANY_MARKS, '$1')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s+/g, ' ')
}

/** Expects clean text. */
export function titleFrom(text: string, max = TITLE_MAX): string {
  // a title needs no more, and the patterns below stay cheap whatever is sent
  const line = text
    .slice(0, 10 * max)
    .replace(/\s+/g, ' ')
    .trim()
  const sentence = firstSentence(line)
  const letters = [...sentence]
  if (letters.length <= max) return sentence
  const head = letters.slice(0, max - 1).join('')
  const lastSpace = head.lastIndexOf(' ')
  const whole = letters[max - 1] === ' ' || lastSpace <= 0 ? head : head.slice(0, lastSpace)
  return `${whole.replace(/(?:[\s,;:–-]|\u200c|\u200d)+$/u, '')}…`
}

/** Shorter than this a "sentence" is an abbreviation or a greeting ("Jl.", "Pak."). */
const SENTENCE_MIN = 12

function firstSentence(line: string): string {
  for (const end of line.matchAll(/[.!?]+(?= )/g))
    if (end.index >= SENTENCE_MIN && !isShortened(line.slice(0, end.index)))
      return line.slice(0, end.index) + (end[0].startsWith('.') ? '' : end[0])
  return line.replace(/\.+$/, '')
}
