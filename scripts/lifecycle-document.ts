import { actOf, COMMAND_NAMES, type CommandName } from '../src/domain/acts/acts.ts'
import { OPEN_STATES, STATES, type State } from '../src/domain/case/complaint.ts'
import { states } from '../src/words/id/states.ts'
import { commandWords, needWords, partyWords } from './lifecycle-words.ts'

/** docs/lifecycle.md, whole, from the acts in src/domain/acts. */
export function lifecycleDocument(): string {
  return `${[
    '# Life of a complaint',
    'Written by `npx node scripts/write-lifecycle.ts` from `src/domain/acts/`; a test fails when they differ. That table decides which commands are accepted and which buttons are shown.',
    '## States',
    stateTable(),
    '## Picture',
    diagram(),
    'Not drawn: commands that leave the state as it is, and undo.',
    '## Commands',
    commandTable(),
    remarks,
  ].join('\n\n')}\n`
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function isOpen(state: State): boolean {
  return (OPEN_STATES as readonly State[]).includes(state)
}

function stateTable(): string {
  return table(
    ['State', 'Citizen’s label', 'Its meaning', 'Open'],
    STATES.map((state) => [
      `\`${state}\``,
      states[state].label,
      states[state].meaning,
      isOpen(state) ? 'yes' : 'no',
    ]),
  )
}

function commandTable(): string {
  return table(
    ['Command', 'From', 'To', 'Who', 'Needs', 'Undo'],
    COMMAND_NAMES.map((name) => {
      const rule = actOf(name)
      const [indonesian, english] = commandWords[name]
      return [
        `**${indonesian}** / ${english} \`${name}\``,
        fromOf(rule.from),
        toOf(rule.to),
        rule.who.map((party) => pair(partyWords[party])).join('; '),
        rule.needs.map(({ need }) => pair(needWords[need])).join(', ') || '-',
        rule.undoable ? '10 s' : '-',
      ]
    }),
  )
}

function pair([indonesian, english]: readonly [string, string]): string {
  return `${indonesian} / ${english}`
}

function fromOf(from: readonly State[]): string {
  if (from.length === 0) return '-'
  if (from.length === STATES.length) return 'any'
  const rest = from.filter((state) => !isOpen(state))
  if (from.length - rest.length < OPEN_STATES.length) return labels(from)
  return rest.length === 0 ? 'any open' : `any open, ${labels(rest)}`
}

function labels(of: readonly State[]): string {
  return of.map((state) => states[state].label).join(', ')
}

function toOf(to: ReturnType<typeof actOf>['to']): string {
  if (to === 'same') return 'same'
  if (to === 'answers') return `same; ${states.awaiting_info.label}: where it came from`
  if (to === 'ends')
    return `${states.closed.label}; ${states.awaiting_info.label}: ${states.archived.label}`
  return to === 'back' ? 'where it came from' : states[to].label
}

/** Where a command that goes back can lead. */
const BACK: Partial<Record<CommandName, readonly State[]>> = {
  answer: ['received', 'routed', 'in_progress'],
  attach: ['received', 'routed', 'in_progress'],
  split: ['received', 'routed', 'in_progress'],
}

function diagram(): string {
  const arrows = new Map<string, string[]>()
  const draw = (from: string, to: string, name: CommandName) => {
    const arrow = `${from} --> ${to}`
    arrows.set(arrow, [...(arrows.get(arrow) ?? []), commandWords[name][0]])
  }
  for (const name of COMMAND_NAMES) {
    const { from, to } = actOf(name)
    const goesBack = to === 'back' || to === 'answers'
    const targets = goesBack ? (BACK[name] ?? []) : to === 'same' ? [] : [to]
    const sources = to === 'answers' ? (['awaiting_info'] as const) : from
    for (const target of targets)
      for (const source of sources.length > 0 ? sources : ['[*]']) draw(source, target, name)
  }
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...STATES.map((state) => `  state "${states[state].label}" as ${state}`),
    ...[...arrows].map(([arrow, names]) => `  ${arrow}: ${names.join(' / ')}`),
    '```',
  ].join('\n')
}

const remarks = `## What the table does not say

- A closure or reply waits as a draft, the state unchanged, where the agency's head approves.
- From the second return on only the city administrator routes.
- A withdrawn supervisory case may go on: the wish is recorded and the state stays.
- A complaint without a key holder is answered by whoever filed it.
- Only the reporter's own file answers an open question; staff's leaves it open.
- Staff never set Selesai directly: the reporter confirms, or ten working days pass.
- Who may reveal an identity: \`src/domain/case/reveal.ts\`. Who sees which field: \`src/domain/case/visibility.ts\`.`
