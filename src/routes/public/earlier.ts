import type { Dossier } from '../../db/dossier.ts'
import type { CommandName } from '../../domain/case/lifecycle.ts'

const ANSWERED: Partial<Record<CommandName, readonly string[]>> = {
  answer: ['ask'],
  confirm: ['propose_closure', 'approve_closure'],
  dispute: ['propose_closure', 'approve_closure'],
}

/** The page was read before the question or closing that stands now: what it sent was for another. */
export function isAboutEarlier(
  { events }: Dossier,
  version: number | null,
  name: CommandName,
): boolean {
  return version !== null && events.some((e) => e.seq > version && ANSWERED[name]?.includes(e.type))
}
