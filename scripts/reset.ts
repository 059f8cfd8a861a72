import { rmSync } from 'node:fs'

for (const folder of ['.wrangler/state', '.wrangler/tmp']) {
  rmSync(folder, { recursive: true, force: true })
}
console.log('Data lokal dihapus. Jalankan npm run dev untuk mulai dari awal.')
