import { writeFileSync } from 'node:fs'
import { pathsDocument } from './paths-document.ts'

writeFileSync('docs/paths.md', pathsDocument())
