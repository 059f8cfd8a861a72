import { rmSync } from 'node:fs'
import { LOCAL_STATE, refuseBesideServer } from './restore/in-use.ts'
import { plain } from './shell.ts'

const HELP = `Removes the local database, files and letters. The city's account is not touched.

  npm run reset`

await plain(HELP, async () => {
  refuseBesideServer(LOCAL_STATE)
  for (const folder of ['.wrangler/state', '.wrangler/tmp'])
    rmSync(folder, { recursive: true, force: true })
  console.log('Data lokal dihapus. Jalankan npm run dev untuk mulai dari awal.')
})
