/** What wrangler answers: pattern of its arguments to [code, text]; the first that fits counts. */
export type Answers = Record<string, [number, string]>

const RUNNING = [{ id: 'one', number: 1, annotations: { 'workers/tag': 'tanggap' } }]
const DEPLOYED = [{ created_on: '2026-11-01', versions: [{ version_id: 'one', percentage: 100 }] }]

/** As a new account answers. */
const USUAL: Answers = {
  '^whoami': [0, '{"loggedIn":true}'],
  '^versions list': [0, JSON.stringify(RUNNING)],
  '^deployments list': [0, JSON.stringify(DEPLOYED)],
  '^secret list': [1, 'This Worker does not exist on your account. [code: 10007]'],
  '^d1 execute .*--command': [0, '[{"results":[{"n":0}]}]'],
}

export function answerOf(args: string[], answers: Answers): [number, string] {
  const line = args.join(' ')
  const fits = ([pattern]: [string, unknown]) => new RegExp(pattern).test(line)
  return Object.entries({ ...USUAL, ...answers }).find(fits)?.[1] ?? [0, '']
}

/** The file whose statements a call brings to the database. */
export function sqlFileOf(args: string[]): string | undefined {
  if (args[0] !== 'd1') return undefined
  return args.find((arg) => arg.startsWith('--file='))?.slice('--file='.length)
}

/** The statements that a call holds itself. */
export function sqlOf(args: string[]): string | undefined {
  const given = args.find((arg) => arg.startsWith('--command='))
  return args[0] === 'd1' ? given?.slice('--command='.length) : undefined
}
