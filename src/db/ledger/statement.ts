import type { BatchItem } from 'drizzle-orm/batch'
import type { Database } from '../database.ts'

export type Statement = BatchItem<'sqlite'>

/** Builds statements for one batch; never runs one by itself. */
export type Builder<T> = (db: Database, input: T) => Statement[]
