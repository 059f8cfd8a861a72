import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Where wrangler keeps what is local. */
export const LOCAL_STATE = '.wrangler/state'

/** Where npm run dev says that it runs, in the folder of local state. */
export function serverFile(persist: string): string {
  return join(persist, 'server.pid')
}

/** Throws Error in words where a server has the local database: its writes would go into the old one. */
export function refuseBesideServer(persist: string): void {
  const files = databaseFiles(persist)
  if (isServing(persist) || files.some(isOpen))
    throw new Error('A local server is running on this database. End npm run dev first')
}

export function databaseFiles(persist: string): string[] {
  const folder = join(persist, 'v3', 'd1', 'miniflare-D1DatabaseObject')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')
    .map((name) => join(folder, name))
}

function isServing(persist: string): boolean {
  const file = serverFile(persist)
  if (!existsSync(file)) return false
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0)
  } catch {
    return false
  }
}

/** Nobody gets it for himself while another program has it open; an idle server lets go of it. */
function isOpen(file: string): boolean {
  const db = new DatabaseSync(file)
  try {
    db.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive; rollback')
    return false
  } catch {
    return true
  } finally {
    db.close()
  }
}
