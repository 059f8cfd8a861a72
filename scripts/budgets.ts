import { bundleRows } from '../bench/budgets/bundle.ts'
import { journeyRows, otherRows, statusRows } from '../bench/budgets/bytes.ts'
import { commandRows } from '../bench/budgets/commands.ts'
import { growthRow, pageRows } from '../bench/budgets/database.ts'
import { invariantRows } from '../bench/budgets/invariants.ts'
import { overseenRow } from '../bench/budgets/overseen.ts'
import { pagesOf, visit } from '../bench/budgets/pages.ts'
import { printTable, type Row } from '../bench/budgets/row.ts'
import { emptyCity, setStage } from '../bench/budgets/stage.ts'
import { buildMeasured, databaseFile, dropStorage } from '../bench/support/server.ts'
import { plain } from './shell.ts'

/** Complaints in the two cities that are compared. */
const COUNTS = [2_000, 20_000] as const

const HELP = `Measures bytes, rows and trips of pages and commands against their budgets.

  npm run budgets
  EXPLAIN=1 npm run budgets    names the rows that each statement reads`

await plain(HELP, measure)

async function measure(): Promise<void> {
  const now = Date.now()
  const folders: string[] = []
  const rows: Row[] = []
  try {
    const built = await buildMeasured()
    const empty = await emptyCity(now)
    folders.push(empty)

    const small = await setStage(built, empty, COUNTS[0], now)
    folders.push(small.storage)
    const few = await visit(small, await pagesOf(small))
    await small.close()

    const large = await setStage(built, empty, COUNTS[1], now)
    folders.push(large.storage)
    const many = await visit(large, await pagesOf(large))
    rows.push(...(await journeyRows(large)), ...(await statusRows(large)))
    rows.push(...(await otherRows(large)), ...pageRows(many), growthRow(few, many, COUNTS))
    rows.push(await overseenRow(large, now))
    rows.push(...(await commandRows(large)), ...(await bundleRows()))
    await large.close()
    rows.push(...(await invariantRows(databaseFile(large.storage), now)))
  } finally {
    for (const folder of folders) dropStorage(folder)
  }
  process.exit(printTable(rows) > 0 ? 1 : 0)
}
