import type { CommandName } from '../../domain/lifecycle.ts'
import type { AppContext } from '../../http.ts'
import { build, type PathName } from '../../paths.ts'
import type { FormSpec } from '../../views/staff/form-spec.ts'

export type May = (name: CommandName) => boolean

export const action = (c: AppContext, path: PathName): string =>
  build(path as 'caseNote', { nomor: c.var.dossier.complaint.reference })

/** A form of one text. */
export const simple = (
  c: AppContext,
  id: string,
  path: PathName,
  words: { title: string; send: string; text?: string; reason?: string; hint?: string },
  name: string,
  hotkey?: string,
): FormSpec => ({
  id,
  title: words.title,
  action: action(c, path),
  hotkey,
  send: words.send,
  fields: [{ kind: 'low', name, label: words.text ?? words.reason ?? '', hint: words.hint }],
})

export const agencyOptions = ({ var: { city } }: AppContext) =>
  city.agencies.filter((a) => a.active).map((a) => ({ value: a.id, label: a.name }))
