import type { Wish } from '../../sights/wish.ts'
import type { Words } from '../../words/words.ts'

/** Who can see the report, and its reporter, in two sentences. */
export function seenBy(t: Words, { secret, anonymous, nobody }: Wish): string {
  const report = secret ? t.visible.secret : t.visible.open
  const kept = nobody ? t.visible.nobody : t.visible.sealed
  return `${report} ${anonymous ? t.visible.anonymous : kept}`
}
