/** In the bundle's place of drizzle's own (wrangler.toml): it asks of every value in SQL, and D1 is SQLite. */
export function isPgEnum(): false {
  return false
}
