import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(file, 'utf8')
const manifest = JSON.parse(read('package.json')) as Record<'version' | 'license', string>

test('the licence is there whole, and is the one that the package names', () => {
  expect(manifest.license).toBe('AGPL-3.0-or-later')
  const text = read('LICENSE')
  expect(text).toMatch(/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3, 19 November 2007/)
  expect(text).toContain('13. Remote Network Interaction')
  expect(text).toContain('END OF TERMS AND CONDITIONS')
})

test('the changelog has a heading for the version of the package, and the lockfile has it', () => {
  expect(read('CHANGELOG.md')).toContain(`\n## ${manifest.version}\n`)
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version: manifest.version })
})

test('the server runs the gate that is run here', () => {
  expect(read('.github/workflows/ci.yml')).toContain('run: bash .ci/run')
})

test('each room of the source has its line in README.md and docs/architecture.md', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const [readme, architecture] = [read('README.md'), read('docs/architecture.md')]
  for (const { name } of rooms) {
    expect(readme).toContain(`src/${name}/`)
    expect(architecture).toMatch(new RegExp(`^(?:.* )?${name}/ `, 'm'))
  }
})

test('every link of a document to a file of the repository leads somewhere', () => {
  for (const file of globSync('{*.md,docs/**/*.md,bench/*.md}'))
    for (const [, target = ''] of read(file).matchAll(/\]\(((?!https?:|#)[^)\s#]+)/g))
      expect(existsSync(normalize(join(dirname(file), target))), `${file}: ${target}`).toBe(true)
})
