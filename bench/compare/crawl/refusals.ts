import type { Sample } from './samples.ts'
import type { Visitor } from './visitor.ts'
export async function refusals(
  _visitor: Visitor,
  _s: Sample[],
  _k: Record<string, string>,
): Promise<void> {}
