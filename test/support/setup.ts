import { startAnew } from './fresh.ts'

await startAnew()
