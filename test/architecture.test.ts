import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Which rooms of src/ a file may import from; its own room is always allowed. Down only. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  seal: ['domain'],
  files: ['domain'],
  words: ['files', 'domain'],
  // of the data room the types of what was read: see below
  sights: ['db', 'domain'],
  client: ['domain', 'words'],
  storage: ['files', 'domain'],
  db: ['storage', 'seal', 'files', 'domain'],
  // what is wrong with a form, as its page says it
  views: ['sights', 'forms', 'seal', 'files', 'domain', 'words'],
  // the types that a request carries from the middleware to its handler
  http: ['db', 'domain', 'words'],
  forms: ['http', 'domain', 'words'],
  auth: ['http', 'db', 'seal', 'domain'],
  letters: ['sights', 'auth', 'db', 'seal', 'storage', 'views', 'domain', 'words'],
  middleware: ['http', 'forms', 'auth', 'db', 'views', 'seal', 'domain', 'words'],
  jobs: ['letters', 'auth', 'db', 'seal', 'files', 'storage', 'views', 'domain', 'words'],
  // a route serves the text of a script
  routes: [
    'client',
    'http',
    'forms',
    'middleware',
    'jobs',
    'letters',
    'auth',
    'db',
    'storage',
    'views',
    'sights',
    'seal',
    'files',
    'domain',
    'words',
  ],
}

/** Files at the top of src/ that any room but the domain may import. */
const SHARED = ['paths', 'path-row', 'env', 'random', 'late']

const LONGEST_FILE = 300

const files = globSync('src/**/*.{ts,tsx}').filter((file) => !file.endsWith('.d.ts'))

test('every file imports only from rooms below it', () => {
  const upward = files.flatMap((file) =>
    importsOf(readFileSync(file, 'utf8'))
      .filter((target) => !isAllowed(file, target))
      .map((target) => `${file} imports ${target}`),
  )
  expect(upward).toEqual([])
})

test(`every file has at most ${LONGEST_FILE} lines`, () => {
  const lines = files.map((file) => [file, readFileSync(file, 'utf8').split('\n').length - 1])
  expect(lines.filter(([, count]) => Number(count) > LONGEST_FILE)).toEqual([])
})

test('there are files to look at', () => {
  expect(files.length).toBeGreaterThan(300)
})

test('the domain imports no package and no part of the platform', () => {
  const outside = files
    .filter((file) => room(file) === 'domain')
    .flatMap((file) =>
      importsOf(readFileSync(file, 'utf8')).filter((name) => !name.startsWith('.')),
    )
  expect(outside).toEqual([])
})

test('words reach a page as a value: no room outside words/ imports a text', () => {
  const bound = files
    .filter((file) => room(file) !== 'words')
    .filter((file) =>
      /^import (?!type )[^']*from '[^']*\/words\/(?!words\.ts|citizen-words\.ts|language\.ts)/m.test(
        readFileSync(file, 'utf8'),
      ),
    )
  expect(bound).toEqual([])
})

/** What decides who may see what, wherever it lies in the domain. */
const VISIBILITY =
  /\b(canSee|is(Secret|Published|RevealShown|Out|PublicStep|DeskStep)|neverPublic|fieldOf(Message|File)|mayBeIndexed|filesHeldFrom|mayRe(ad|veal)|isComplainedAbout)\b/

test('only sights ask who may see what: no route, view, letter or job does', () => {
  const asking = files
    .filter((file) => !['domain', 'sights'].includes(room(file)))
    // its query decides what is listed at all
    .filter((file) => file !== 'src/db/public-reports.ts')
    .filter((file) => VISIBILITY.test(readFileSync(file, 'utf8')))
  expect(asking).toEqual([])
  const rule = files.filter(
    (file) => room(file) === 'sights' && /\bcanSee\b/.test(readFileSync(file, 'utf8')),
  )
  expect(rule).toEqual(['src/sights/eye.ts'])
})

test('sights read no database, and views only read what a sight holds', () => {
  const takesValues = (from: string, of: string) =>
    files
      .filter((file) => room(file) === from)
      .filter((file) =>
        new RegExp(`^import (?!type )[^']*from '(?:\\.\\./)+${of}/`, 'm').test(
          readFileSync(file, 'utf8'),
        ),
      )
  expect(takesValues('sights', 'db')).toEqual([])
  expect(takesValues('views', 'sights')).toEqual([])
})

test('only the data room knows the tables', () => {
  const knowing = files
    .filter((file) => room(file) !== 'db')
    .filter((file) =>
      importsOf(readFileSync(file, 'utf8')).some((name) => /db\/schema\//.test(name)),
    )
  expect(knowing).toEqual([])
})

function importsOf(source: string): string[] {
  const statement = /^(?:import|export)\b[^'"]*?\bfrom\s*['"]([^'"]+)['"]/gm
  const bare = /(?<!['"])\bimport\s*\(?\s*['"]([^'"]+)['"]/g
  return [...source.matchAll(statement), ...source.matchAll(bare)].map((match) => match[1] ?? '')
}

function isAllowed(file: string, target: string): boolean {
  if (!target.startsWith('.')) return true
  const from = room(file)
  const to = room(normalize(join(dirname(file), target)))
  if (from === to || isWiring(from)) return true
  const allowed = MAY_IMPORT[from] ?? []
  return allowed.includes(to) || (from !== 'domain' && SHARED.includes(to))
}

/** The folder below src/ ('domain'), or the name of a file that lies in src/ itself ('app'). */
function room(file: string): string {
  return file.split('/')[1]?.replace(/\.tsx?$/, '') ?? ''
}

/** index.ts and the apps put the rooms together and may see all of them. */
function isWiring(name: string): boolean {
  return ['index', 'app', 'staff-app', 'survey-app', 'paths'].includes(name)
}
