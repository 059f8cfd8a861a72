interface Env {
  DB: D1Database
  FILES: R2Bucket
  BACKUPS: R2Bucket
  /** `after`: how far through the recipients of that row we are. */
  OUTBOX: Queue<{ outboxId: number; after?: string }>
  /** Photos of which a small picture is to be made. */
  PREVIEWS: Queue<{ attachmentId: string }>
  MAIL: SendEmail
  ASSETS: Fetcher
  LIMIT_ADDRESS: RateLimit
  LIMIT_GUESS: RateLimit
  /** Which deployed version runs. */
  VERSION: WorkerVersionMetadata
  /** 32 random bytes, base64url: derives access keys and digests; see docs/operations.md. */
  SERVER_SECRET: string
  /** Versioned master keys that wrap identities, JSON {"1":"base64url of 32 bytes"}. */
  IDENTITY_KEYS: string
  /** Ed25519 private key that signs receipts, JWK. */
  RECEIPT_KEY: string
  /** Secret of the staff session cookies. */
  AUTH_SECRET: string
  /** Address under which the site is reached, no trailing slash. */
  PUBLIC_URL: string
}

/** As wrangler uploads it. */
declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}
