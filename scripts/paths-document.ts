import { AUDIENCES, type Audience, hasLanguages, mayLag, type PathRow } from '../src/path-row.ts'
import { paths } from '../src/paths.ts'

/** docs/paths.md, whole, from the rows in src/paths.ts. */
export function pathsDocument(): string {
  return `${[
    '# Paths',
    'Written by `npx node scripts/write-paths.ts` from `src/paths.ts`; a test fails when they differ. Middleware, the guard of the desk, `robots.txt`, the sitemap and the tests over all paths read the same rows.',
    '## Who',
    table(
      ['For', 'Who may open it'],
      AUDIENCES.map((audience) => [audience, WHO[audience]]),
    ),
    '## Every path',
    table(
      ['Path', 'Name', 'For', 'GET', 'POST', 'Kept', 'Read from', 'Besides'],
      Object.entries(paths).map(([name, row]) => [
        `\`${row.at}\``,
        name,
        row.for,
        row.get ?? '-',
        row.post ?? '-',
        row.get ? (row.kept ?? 'no') : '-',
        mayLag(row) ? 'any' : 'primary',
        besides(row).join('; ') || '-',
      ]),
    ),
    remarks,
  ].join('\n\n')}\n`
}

const WHO: Record<Audience, string> = {
  all: 'everyone; what a form may do it shows in itself or in its address, never by a cookie',
  reporter: 'whoever holds number and key of that very report; others are asked for the key',
  staff: 'whoever is signed in; others are sent to sign in',
  counter: 'staff who write down what somebody says at a counter or on the phone',
  reader: 'staff who may read that report; to others it is an unknown number',
  verifier: 'as `reader`: a step first of all for verifiers',
  handler: 'as `reader`: a step first of all for the agency that handles the report',
  oversight:
    'whoever oversees the city (administrator, leader, Inspektorat, auditor) or an agency (its head); to others there is no such page',
  overseer:
    'whoever gives roles or looks on at it: administrator, leader, Inspektorat, auditor; to others there is no such page',
  admin: 'the city administrator; to other staff there is no such page',
  eraser: 'as `admin`, while a request to erase that report stands',
}

function besides(row: PathRow): string[] {
  return [
    row.guard && 'ends a session, and leads to the door whether or not there was one',
    row.secret && 'unknown where the report is secret',
    hasLanguages(row) ? 'in the language that its reader chose' : undefined,
    row.embed && 'other sites may embed it',
    row.proof && 'asks for the password again',
    row.readOnly && 'open while nothing may change',
    row.sitemap && 'in the sitemap',
    row.disallow && `crawlers keep out of \`${row.disallow}\``,
  ].filter((one) => one !== undefined)
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const remarks = `Kept: \`edge\` at the edge and by browsers, for a minute; \`own\` by its own browser, asked for each time; else nowhere.

Which step of a report somebody may take, and from which state, is decided by the table of its life ([lifecycle.md](lifecycle.md)).`
