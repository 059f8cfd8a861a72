/** In the bundle's place of better-auth's own (wrangler.toml): nothing of a city's is told to anybody. */
export async function createTelemetry() {
  return { publish: async () => {} }
}
