import fc from 'fast-check'
import { runs } from './rounds.ts'

// what fast-check does unless told, times as much as everything else of the long run
fc.configureGlobal({ numRuns: runs(100) })
