import type { CommandName } from '../../domain/acts/acts.ts'
import type { AppContext } from '../../http.ts'
import { build, type PathName } from '../../paths.ts'
import type { FormSpec } from '../../views/desk/form-spec.ts'

export type May = (name: CommandName) => boolean

export function action(c: AppContext, path: PathName): string {
  return build(path as 'caseNote', { nomor: c.var.dossier.complaint.reference })
}

/** A form of one text. */
export function simple(
  c: AppContext,
  id: string,
  path: PathName,
  words: { title: string; send: string; text?: string; reason?: string; hint?: string },
  name: string,
  hotkey?: string,
): FormSpec {
  return {
    id,
    title: words.title,
    action: action(c, path),
    hotkey,
    send: words.send,
    fields: [{ kind: 'low', name, label: words.text ?? words.reason ?? '', hint: words.hint }],
  }
}

export function agencyOptions({ var: { city } }: AppContext) {
  return city.agencies.filter((a) => a.active).map((a) => ({ value: a.id, label: a.name }))
}
