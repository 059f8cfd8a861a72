import { TOLD_AFTER_MS } from '../../domain/acts/undo.ts'

/** What may be undone reaches others only after ten seconds and some slack (docs/data.md, Undo). */
export const UNDO_DELAY_MS = TOLD_AFTER_MS
