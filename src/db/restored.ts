/** Letters that waited when the database was restored: nobody is told until somebody looked. */
export const HELD_UNTIL = 253_402_300_799_000

export const HELD = `state = 'waiting' and not_before = ${HELD_UNTIL}`

export const HOLD_LETTERS = `update outbox set not_before = ${HELD_UNTIL} where state = 'waiting'`
