import { cleanText } from '../../../domain/text/clean-text.ts'
import { sentencesOf } from '../../../domain/text/sentences.ts'
import { MOST, type Posted } from '../../../forms/read.ts'
import type { FieldSpec } from '../../../views/desk/form-spec.ts'
import type { Words } from '../../../words/words.ts'

export interface CopyField {
  name: string
  label: string
  hint: string
  /** What a verifier wrote before. */
  value: string
  /** Masked words of an anonymous reporter. */
  from: string
}

/** A box for each sentence, none ticked: what is sent unread passes nothing on. */
export function copyFields(t: Words, { name, label, hint, value, from }: CopyField): FieldSpec[] {
  const options = sentencesOf(from).map((sentence) => ({ value: sentence, label: sentence }))
  const own: FieldSpec = { kind: 'area', name, label: t.deskForms.copy.own(label), value }
  if (options.length === 0) return [{ ...own, label, hint }]
  return [{ kind: 'check', name: sentencesField(name), label, hint, options }, own]
}

/** Sentences that were confirmed, in their order, then what was written. */
export function copyIn(posted: Posted, name: string): string {
  const confirmed = posted.lists[sentencesField(name)]?.join(' ') ?? ''
  return [cleanText(confirmed), posted.text(name)].filter(Boolean).join('\n').slice(0, MOST)
}

function sentencesField(name: string): string {
  return `kalimat_${name}`
}
