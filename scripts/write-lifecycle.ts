import { mkdirSync, writeFileSync } from 'node:fs'
import { lifecycleDocument } from './lifecycle-document.ts'

mkdirSync('docs', { recursive: true })
writeFileSync('docs/lifecycle.md', lifecycleDocument())
