import { readFileSync } from 'node:fs'

export interface Config {
  name: string
  database: string
  buckets: string[]
  /** The buckets that are bound as BACKUPS and as FILES. */
  backups: string
  files: string
  queues: string[]
  publicUrl: string | undefined
}

/**
 * The names in wrangler.toml, which is the only configuration. Read by the line, as we write it:
 * wrangler's own reader takes seconds to load.
 */
export function readConfig(file = 'wrangler.toml'): Config {
  const toml = readFileSync(file, 'utf8')
  const all = (key: string) => Array.from(toml.matchAll(lineOf(key)), ([, value = '']) => value)
  const first = (key: string) => {
    const [value] = all(key)
    if (!value) throw new Error(`${file} has no ${key}`)
    return value
  }
  const bucketOf = (binding: string) => {
    const name = new RegExp(`binding = "${binding}"\\nbucket_name = "([^"]+)"`).exec(toml)?.[1]
    if (!name) throw new Error(`${file} has no bucket bound as ${binding}`)
    return name
  }
  return {
    name: first('name'),
    database: first('database_name'),
    buckets: all('bucket_name'),
    backups: bucketOf('BACKUPS'),
    files: bucketOf('FILES'),
    queues: [...new Set([...all('queue'), ...all('dead_letter_queue')])],
    publicUrl: all('PUBLIC_URL')[0],
  }
}

function lineOf(key: string): RegExp {
  return new RegExp(`^${key} = "([^"]+)"$`, 'gm')
}

/** The site's address: as given, else PUBLIC_URL of wrangler.toml. Throws where there is none. */
export function publicUrl(given: string | undefined): string {
  const url = given ?? readConfig().publicUrl
  if (!url || !URL.canParse(url))
    throw new Error('Say where the site is reached: --url https://lapor.kota.go.id')
  const { protocol, hostname, origin, pathname } = new URL(url)
  if (protocol !== 'https:' && hostname !== 'localhost' && hostname !== '127.0.0.1')
    throw new Error('The address must begin with https://')
  if (pathname !== '/') throw new Error('The address must not have a path')
  return origin
}
