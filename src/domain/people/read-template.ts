import { cleanLine, cleanText } from '../text/clean-text.ts'
import { REASON_MIN, TEXT_MAX } from '../text/limits.ts'
import { unknownFields } from '../text/template-fields.ts'
import {
  TEMPLATE_KINDS,
  TEMPLATE_NAME_MAX,
  type TemplateKind,
  type TemplateWords,
} from './templates.ts'

export type TemplateFault =
  | { field: 'nama'; fault: 'missing' | 'long' }
  | { field: 'jenis'; fault: 'unknown' }
  | { field: 'teks'; fault: 'missing' | 'long' }
  /** Nothing of the case is called so. */
  | { field: 'teks'; fault: 'fields'; names: string[] }

/** As tables and forms say it; the words of the interface are for words to say. */
export const KINDS_SAID: Readonly<Record<TemplateKind, string>> = {
  reply: 'tanggapan',
  referral: 'rujukan',
}

/** Of a form or of a line of a table. */
export function readTemplate(
  typed: Readonly<Record<string, string>>,
): { ok: true; words: TemplateWords } | { ok: false; faults: TemplateFault[] } {
  const name = cleanLine(typed.nama ?? '')
  const said = cleanLine(typed.jenis ?? '').toLowerCase()
  const kind = TEMPLATE_KINDS.find((one) => KINDS_SAID[one] === said)
  const text = cleanText(typed.teks ?? '')
  const faults: TemplateFault[] = [...nameFaults(name), ...textFaults(text)]
  if (!kind) faults.push({ field: 'jenis', fault: 'unknown' })
  if (!kind || faults.length > 0) return { ok: false, faults }
  const active = cleanLine(typed.aktif ?? '').toLowerCase() === 'ya'
  return { ok: true, words: { kind, name, text, active } }
}

function nameFaults(name: string): TemplateFault[] {
  if (name === '') return [{ field: 'nama', fault: 'missing' }]
  return [...name].length > TEMPLATE_NAME_MAX ? [{ field: 'nama', fault: 'long' }] : []
}

function textFaults(text: string): TemplateFault[] {
  if ([...text].length < REASON_MIN) return [{ field: 'teks', fault: 'missing' }]
  if ([...text].length > TEXT_MAX) return [{ field: 'teks', fault: 'long' }]
  const names = unknownFields(text)
  return names.length > 0 ? [{ field: 'teks', fault: 'fields', names }] : []
}
