import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Kind = 'paths' | 'commands' | 'letters'

/** `states` only tell a list of states, which share names with letters, from one of letters. */
export type Names = Record<Kind | 'states', Set<string>>

/** Every path, command and letter that a checkout knows by name. */
export async function namesOf(checkout: string): Promise<Names> {
  const src = join(checkout, 'src')
  return {
    paths: new Set(Object.keys((await exportsOf(`${src}/paths.ts`)).patterns as object)),
    commands: await listed(src, 'COMMAND_NAMES'),
    states: await listed(src, 'STATES'),
    letters: await lettersOf(src),
  }
}

/** The list that a file of the domain exports under that name. */
async function listed(src: string, name: string): Promise<Set<string>> {
  const pattern = new RegExp(`^export const ${name}\\b`, 'm')
  for (const file of globSync('domain/**/*.ts', { cwd: src })) {
    if (!pattern.test(readFileSync(join(src, file), 'utf8'))) continue
    return new Set((await exportsOf(join(src, file)))[name] as string[])
  }
  throw new Error(`no ${name} under src/domain`)
}

/** The table of letters; before there was one, the keys of the letters' words. */
async function lettersOf(src: string): Promise<Set<string>> {
  const table = join(src, 'letters/table.ts')
  const files = existsSync(table)
    ? [table]
    : globSync('{copy,words}/id/*-notices.ts', { cwd: src }).map((file) => join(src, file))
  const names = new Set<string>()
  for (const file of files)
    for (const value of Object.values(await exportsOf(file)))
      if (value && typeof value === 'object' && !Array.isArray(value))
        for (const name of Object.keys(value)) names.add(name)
  return names
}

async function exportsOf(file: string): Promise<Record<string, unknown>> {
  return import(file)
}
