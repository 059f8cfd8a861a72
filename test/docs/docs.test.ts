import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { outagePage } from '../../scripts/deploy/outage-page.ts'
import { settings } from '../../seed/settings.ts'
import { SECRET_NAMES } from '../../src/seal/secret-marks.ts'
import { caseWords } from '../../src/words/id/desk.ts'
import { states } from '../../src/words/id/states.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const operations = read('docs/operations.md')

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

const bodyOf = (source: string, name: string) =>
  new RegExp(`interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? ''
const keysOf = (source: string, name: string) =>
  Array.from(bodyOf(source, name).matchAll(/^ {2}(\w+)\??:/gm), ([, key = '']) => key).toSorted()

/** First cells of the table under a header row. */
const named = (header: string) => {
  const table = operations.split(header)[1]?.split('\n\n')[0] ?? ''
  return Array.from(table.matchAll(/^\| `(\w+)` \|/gm), ([, key = '']) => key).toSorted()
}

test('operations.md names every setting, and no other', () => {
  expect(named('| Setting | What it is |')).toEqual(
    keysOf(read('src/domain/city/city.ts'), 'Settings'),
  )
  const known = named('| Setting | What it is |')
  for (const key of Object.keys(settings)) expect(known).toContain(key)
})

test('operations.md names every binding, variable and secret, and no other', () => {
  const list = /^Bindings[\s\S]*?\n\n/m.exec(operations)?.[0] ?? ''
  const bindings = Array.from(list.matchAll(/`([A-Z_]+)`/g), ([, name = '']) => name)
  const variables = named('| Variable | Kind | What it is |')
  expect([...bindings, ...variables].toSorted()).toEqual(keysOf(read('src/env.d.ts'), 'Env'))
})

test('every failure in a table of operations.md is shown by a test that has it said in those words', () => {
  const tests = ['test/scripts', 'test/jobs']
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => read(name))
    // by `said` it has the words from the table itself
    .filter((source) => source.includes('./told.ts') || source.includes('alert'))
    .join()
  const rows = operations.split('| What fails | What is said | What to do |').slice(1)
  const failures = rows
    .flatMap((after) => (after.split('\n\n')[0] ?? '').trim().split('\n').slice(1))
    .map((row) => row.slice(2).split(' | '))
  expect(failures.length).toBeGreaterThan(40)
  const shown = ([failure = '', words = '']: string[]) =>
    words.startsWith('nothing:') || [words, `'${failure}'`].some((text) => tests.includes(text))
  expect(failures.filter((row) => !shown(row)).map(([failure]) => failure)).toEqual([])
})

test('operations.md says of each secret, and of what the copy alone holds, what its loss costs', () => {
  const section = operations.split('### A secret is lost')[1]?.split('\n## ')[0] ?? ''
  for (const name of [...SECRET_NAMES, 'RETIRED_KEYS', 'BACKUP_KEYS'])
    expect(section).toContain(`- **\`${name}\`**`)
})

const saidInTables = () => {
  const tables = operations.split('| What fails | What is said | What to do |').slice(1)
  return tables.map((after) =>
    (after.split('\n\n')[0] ?? '')
      .split('\n')
      .flatMap((line) => line.split(' | ')[1] ?? [])
      .filter((words) => !words.startsWith('nothing:')),
  )
}

test('every failure in a table of deployments or restores is said so by the program', () => {
  const said = saidInTables()
  expect(said.map(({ length }) => length > 15)).toEqual([true, true])
  const program = ['scripts', 'src/jobs']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((name) => name.endsWith('.ts'))
    .map(read)
    .join()
  for (const words of said.flat()) expect(program).toContain(words)
})

test('every npm command that a document gives exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const file of documents)
    for (const [, name = ''] of read(file).matchAll(/npm run ([\w:]+)/g))
      expect(scripts, `${file}: npm run ${name}`).toHaveProperty([name])
})

test('every file and folder that a document names is there', () => {
  for (const file of documents)
    for (const [, path = ''] of read(file).matchAll(
      /`((?:src|scripts|seed|docs|public|test)\/[\w./-]+)`/g,
    ))
      expect(existsSync(path), `${file}: ${path}`).toBe(true)
})

test('the glossary names every state in code and words', () => {
  const glossary = read('docs/glossary.md')
  for (const [code, { label }] of Object.entries(states))
    expect(glossary).toContain(`\`${code}\` ${label}`)
})

test('the glossary names every clock as the desk does', () => {
  const glossary = read('docs/glossary.md').replace(/\s+/g, ' ')
  for (const [kind, name] of Object.entries(caseWords.clockNames))
    expect(glossary).toContain(`\`${kind}\` ${name}`)
})

test('decisions are numbered without a gap, each with context, decision and consequences', () => {
  const files = readdirSync('docs/decisions')
    .filter((name) => name.endsWith('.md'))
    .toSorted()
  for (const [i, file] of files.entries()) {
    expect(file).toMatch(new RegExp(`^${String(i + 1).padStart(4, '0')}-`))
    const text = read(join('docs/decisions', file))
    expect(text).toContain(`# ${i + 1}. `)
    for (const part of ['**Context.**', '**Decision', '**Consequences.**'])
      expect(text).toContain(part)
  }
})

test('the outage page names the ways to report that the settings name, as the deployment writes it', () => {
  const page = read('public/gangguan.html')
  expect(outagePage(page, settings)).toBe(page)
  const other = outagePage(page, {
    emergency: { phone: '113', text: '' },
    otherWays: [{ name: 'Loket & surat', how: 'Senin-Jumat' }],
  })
  expect(other).toContain('<strong>113</strong>')
  expect(other).toContain('<li>Loket &amp; surat: Senin-Jumat</li>')
  expect(other).not.toContain('1708')
})

test('the outage page asks nothing of anybody else and stays small', () => {
  const page = read('public/gangguan.html')
  expect(Buffer.byteLength(page)).toBeLessThan(3000)
  expect(page).not.toMatch(/<script|src=|url\(|href="http/)
})
