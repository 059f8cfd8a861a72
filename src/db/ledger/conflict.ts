/** Another writer, the same form twice, or a number drawn twice. */
export type Conflict = 'event' | 'filing' | 'reference' | 'entry' | 'survey' | 'old_report'

const BROKEN: readonly [RegExp, Conflict][] = [
  [/UNIQUE constraint failed: event\.complaint_id/, 'event'],
  [/UNIQUE constraint failed: filing\.token_digest/, 'filing'],
  [/UNIQUE constraint failed: complaint\.(reference|id)/, 'reference'],
  [/UNIQUE constraint failed: rights_log\.id/, 'entry'],
  [/UNIQUE constraint failed: old_report\.key/, 'old_report'],
  [/UNIQUE constraint failed: survey\.token_digest/, 'survey'],
]

export function conflictOf(error: unknown): Conflict | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    const text = e.message
    const hit = BROKEN.find(([pattern]) => pattern.test(text))
    if (hit) return hit[1]
  }
  return undefined
}
