import { closedSentence } from '../../domain/city/opening.ts'
import type { Words } from '../../words/words.ts'
import { Notice } from '../components/parts.tsx'
import type { Site } from '../site.ts'

/** While nothing new is taken, said before somebody writes and not only after. */
export function IntakeNotice({ t, site }: { t: Words; site: Site }) {
  const closed = closedSentence(site)
  if (!site.readOnly && closed === null) return null
  return (
    <Notice tone="wait">
      <p>{site.readOnly ? t.requests.readOnlyNow : closed || t.form.closed}</p>
    </Notice>
  )
}
