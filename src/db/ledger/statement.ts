import type { BatchItem } from 'drizzle-orm/batch'

export type Statement = BatchItem<'sqlite'>
