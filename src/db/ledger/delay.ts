/** What may be undone reaches others only after the ten seconds of undo and some slack (data.md, Undo). */
export const UNDO_DELAY_MS = 12_000
