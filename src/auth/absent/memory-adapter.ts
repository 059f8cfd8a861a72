/** In the bundle's place of better-auth's own (wrangler.toml): it stands in for a missing database. */
export function memoryAdapter(): never {
  throw new Error('staff are kept in D1')
}
