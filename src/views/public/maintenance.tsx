import type { Words } from '../../words/words.ts'
import { Notice } from '../components/parts.tsx'

/** While nothing can be changed, said before somebody writes and not only after. */
export function Maintenance({ t }: { t: Words }) {
  return (
    <Notice tone="wait">
      <p>{t.requests.readOnlyNow}</p>
    </Notice>
  )
}
