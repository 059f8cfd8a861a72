/** What a body held, as it came; nothing of it has been believed yet. */
export interface Sent {
  fields: [name: string, value: string][]
  files: [name: string, file: File][]
  /** Fields in which a file was chosen, also where its bytes were passed over. */
  chosen: string[]
  /** What is wrong with it; the fields are then those that could be read. */
  fault: 400 | 413 | 415 | null
  /** So that a test, and the log, can count what a request has cost. */
  work: { bytes: number; reads: number; parts: number }
}

export const CAPS = {
  /** The longest report with every field full, in a script of three bytes a letter, encoded. */
  text: 128 * 1024,
  /** Five files of 5 MB and what holds them together. */
  files: 26 * 1024 * 1024,
  /** No form of ours sends as many values, */
  fields: 400,
  /** nor as many parts beside its files, */
  parts: 200,
  /** nor has names as long. */
  name: 100,
  /** Pieces in which the line brings it: 26 MB over the slowest are a third of it. */
  reads: 60_000,
} as const
