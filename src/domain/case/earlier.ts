import { actOf, type CommandName } from '../acts/acts.ts'

/** The page was read before the question or closing that stands now: what it sent was for another. */
export function isAboutEarlier(
  { events }: { events: readonly { seq: number; type: string }[] },
  version: number | null,
  name: CommandName,
): boolean {
  const answered: readonly string[] = actOf(name).answers ?? []
  return version !== null && events.some((e) => e.seq > version && answered.includes(e.type))
}
