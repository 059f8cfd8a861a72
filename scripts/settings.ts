import { unstable_readConfig } from 'wrangler'

interface Read {
  name?: string
  d1_databases: { database_name?: string }[]
  r2_buckets: { binding: string; bucket_name?: string }[]
  queues: {
    producers?: { queue: string }[]
    consumers?: { queue: string; dead_letter_queue?: string }[]
  }
  vars: Record<string, unknown>
}

interface Config {
  name: string
  database: string
  buckets: string[]
  backups: string
  queues: string[]
  vars: Record<string, unknown>
}

/** What wrangler.toml says: it is the only configuration. */
export function readConfig(): Config {
  const config: Read = unstable_readConfig({ config: 'wrangler.toml' }, { hideWarnings: true })
  const required = (value: string | undefined, what: string) => {
    if (!value) throw new Error(`wrangler.toml has no ${what}`)
    return value
  }
  const queues = [
    ...(config.queues.producers ?? []).map(({ queue }) => queue),
    ...(config.queues.consumers ?? []).flatMap((c) => [c.queue, c.dead_letter_queue]),
  ].filter((name) => name !== undefined)
  const backups = config.r2_buckets.find(({ binding }) => binding === 'BACKUPS')?.bucket_name
  return {
    name: required(config.name, 'name'),
    database: required(config.d1_databases[0]?.database_name, 'database_name'),
    buckets: config.r2_buckets.map((b) => required(b.bucket_name, 'bucket_name')),
    backups: required(backups, 'bucket bound as BACKUPS'),
    queues: [...new Set(queues)],
    vars: config.vars,
  }
}

/** The site's address: as given, else PUBLIC_URL of wrangler.toml. Throws where there is none. */
export function publicUrl(given: string | undefined): string {
  const url = given ?? readConfig().vars.PUBLIC_URL
  if (typeof url !== 'string' || !URL.canParse(url))
    throw new Error('Say where the site is reached: --url https://lapor.kota.go.id')
  const { protocol, hostname, origin, pathname } = new URL(url)
  if (protocol !== 'https:' && hostname !== 'localhost' && hostname !== '127.0.0.1')
    throw new Error('The address must begin with https://')
  if (pathname !== '/') throw new Error('The address must not have a path')
  return origin
}
