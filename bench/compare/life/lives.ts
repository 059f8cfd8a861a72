import type { Visitor } from '../crawl/visitor.ts'
export async function lives(_visitor: Visitor): Promise<void> {}
