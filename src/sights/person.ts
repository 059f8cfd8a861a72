/** Who did or said something, as the desk is told; a name is null where it is not known. */
export type Person =
  /** `recorded` by whom of the staff, where the reporter did not write it. */
  | { kind: 'reporter'; recorded?: { name: string | null } }
  | { kind: 'system' }
  | { kind: 'staff'; name: string | null }

export type Names = ReadonlyMap<string, string>

/** By the actor of an event: 'staff:<id>', 'reporter' or 'timer'. */
export function personOf(actor: string, names: Names): Person {
  if (actor.startsWith('staff:')) return { kind: 'staff', name: names.get(actor.slice(6)) ?? null }
  return { kind: actor === 'reporter' ? 'reporter' : 'system' }
}
