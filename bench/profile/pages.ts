import type { Row } from '../budgets/row.ts'
import type { Stage } from '../budgets/stage.ts'
import { ask } from '../support/http.ts'
import { profiled } from './inspector.ts'
import { roomsIn, type Spent, spentIn } from './rooms.ts'

/** A page whose work is looked at. */
export interface Profiled {
  name: string
  path: string
  cookie?: string
}

const VISITS = 200
const WARM = 50

/** Of a page's own work, in per cent: rules are reckoned once per version of the city. */
const MOST_OF_DOMAIN = 10

/** Times the work of `first`. */
const MOST_TIMES = 2

/** What the isolate worked at for each, as the deployed bundle does it, warm. Prints where it went. */
export async function profileRows(
  stage: Stage,
  bundle: string,
  [first, ...others]: readonly [Profiled, ...Profiled[]],
): Promise<Row[]> {
  const roomOf = roomsIn(bundle)
  const own = printed(first, await workOf(stage, first, roomOf), null)
  const rows: Row[] = []
  for (const page of others) {
    const spent = await workOf(stage, page, roomOf)
    const all = printed(page, spent, own)
    const share = (100 * (spent.get('domain') ?? 0)) / all
    rows.push(
      {
        ...{ what: `share of domain in the work of ${page.name}`, measured: share },
        ...{ limit: MOST_OF_DOMAIN, unit: '%' },
      },
      {
        ...{ what: `work of ${page.name} against ${first.name}`, measured: all / own },
        ...{ limit: MOST_TIMES, unit: 'times' },
      },
    )
  }
  return rows
}

async function workOf(
  { url, inspector }: Stage,
  { path, cookie }: Profiled,
  roomOf: ReturnType<typeof roomsIn>,
): Promise<Spent> {
  if (!inspector) throw new Error('this stage has no inspector')
  const visit = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const { status } = await ask(url + path, { cookie })
      if (status !== 200) throw new Error(`${path}: ${status}`)
    }
  }
  await visit(WARM)
  return spentIn(await profiled(inspector, () => visit(VISITS)), roomOf)
}

/** Returns the whole. */
function printed({ name }: Profiled, spent: Spent, first: number | null): number {
  const all = [...spent.values()].reduce((a, b) => a + b, 0)
  const shares = [...spent]
    .sort(([, a], [, b]) => b - a)
    .map(([room, ms]) => `${room} ${((100 * ms) / all).toFixed(0)}`)
  const times = first === null ? '' : `, ${(all / first).toFixed(2)} times`
  console.log(`work  ${name.padEnd(12)}  ${(all / VISITS).toFixed(1)} ms${times}; in per cent:`)
  console.log(`      ${shares.slice(0, 14).join(', ')}`)
  return all
}
