import type { Words } from '../../words/words.ts'
import { Notice } from './parts.tsx'

/** What was typed into a form that is no longer on the page, so that nobody has to write it again. */
export function KeptWords({ t, words }: { t: Words; words: readonly (string | undefined)[] }) {
  const kept = words.filter((text) => text?.trim())
  return kept.length === 0 ? null : (
    <Notice tone="wait" title={t.errorPage.kept}>
      {kept.map((text) => (
        <p class="words">{text}</p>
      ))}
    </Notice>
  )
}
