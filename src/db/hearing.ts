import { type Decision, isRefusal } from '../domain/case/command.ts'
import { decideHearing } from '../domain/case/decide.ts'
import { contextOf } from '../domain/city/rule-context.ts'
import { rootOf } from './cluster-roots.ts'
import type { Change } from './ledger/change.ts'
import type { Surroundings } from './run-command.ts'
import { toldToday } from './told-today.ts'

/** What the root of a joined report hears of it stands or falls with what is heard. */
export async function heardByRoot(
  s: Surroundings,
  { heard, before, facts, command }: Decision,
): Promise<Change[]> {
  if (!heard || !before) return []
  const root = await rootOf(s.db, before.rootId)
  if (!root || root.complaint.id === before.id) return []
  const file = command === 'attach' ? String(facts.attachment) : null
  const said = command === 'screen' ? Number(facts.message) : before.version + 1
  // five photos are one letter; words are told of each time
  const told = file !== null && (await toldToday(s, root.complaint.id, ['words_added'])).length > 0
  const decision = decideHearing(
    root.complaint,
    { name: 'hear', member: before.reference, said: file ? null : said, file, told },
    contextOf(s),
  )
  return isRefusal(decision) ? [] : [{ decision, found: root }]
}
