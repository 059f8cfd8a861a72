import type { TitleSight } from '../../sights/desk-title.ts'
import type { Words } from '../../words/words.ts'

export function titleText(t: Words, title: TitleSight): string {
  if (title.kind === 'text') return title.text
  if (title.kind === 'none') return t.desk.untitled
  return t.desk.anonymousTitle(title.category ?? t.desk.untitled)
}
