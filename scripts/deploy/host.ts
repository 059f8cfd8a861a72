import { type Answer, type Provider, resultOf } from '../provider.ts'
import type { Shell } from '../shell.ts'

interface Domain {
  hostname: string
  service: string
}

interface Zone {
  id: string
  name: string
  status: string
}

export interface Host {
  zone: Zone | undefined
  /** Other addresses at which the program answers: a deployment keeps them. */
  ours: string[]
  /** What stands at this address now, in words; nothing where it is free or ours. */
  taken: string | undefined
}

/** Only a custom domain is the provider's business; on loopback nobody else is reached. */
export function isLoopback(hostname: string): boolean {
  return /^localhost$|^127\./.test(hostname)
}

/** The zone of the account in which a name lies: its own, or one above it. */
export async function zoneOf(provider: Provider, name: string): Promise<Zone | undefined> {
  const labels = name.split('.')
  for (let i = 0; i < labels.length - 1; i++) {
    const parent = labels.slice(i).join('.')
    const answer = await provider.ask<Zone[]>(`zones?name=${parent}`)
    if (!answer.ok)
      throw new Error(
        `zones cannot be read (${answer.said}). Give the token Zone: Read, or run: npx wrangler login`,
      )
    const [zone] = answer.result
    if (zone) return zone
  }
  return undefined
}

/** Looks before a deployment takes an address: wrangler takes it from whoever has it. */
export async function lookAtHost(
  shell: Shell,
  provider: Provider,
  account: string,
  { hostname, worker }: { hostname: string; worker: string },
): Promise<Host> {
  const zone = await zoneOf(provider, hostname)
  const domains = await resultOf<Domain[]>(provider, `accounts/${account}/workers/domains`)
  const ours = domains.filter(({ service }) => service === worker).map((one) => one.hostname)
  const others = ours.filter((one) => one !== hostname)
  if (ours.includes(hostname)) return { zone, ours: others, taken: undefined }
  const other = domains.find((domain) => domain.hostname === hostname)
  if (other) return { zone, ours: others, taken: `the Worker ${other.service}` }
  const records = zone && (await recordsOf(shell, provider, zone, hostname))
  return { zone, ours: others, taken: records }
}

interface DnsRecord {
  type: string
  content: string
}

/** Records that say where a site is; of others, such as MX, nothing is taken. */
const SITES = ['A', 'AAAA', 'CNAME']

async function recordsOf(
  shell: Shell,
  { ask }: Provider,
  zone: Zone,
  hostname: string,
): Promise<string | undefined> {
  const path = `zones/${zone.id}/dns_records?name=${hostname}`
  const answer: Answer<DnsRecord[]> = await ask<DnsRecord[]>(path)
  const records = answer.ok ? answer.result : await publicRecords(shell, hostname)
  const found = records.filter(({ type }) => SITES.includes(type))
  const words = found.map(({ type, content }) => `${type} ${content}`)
  return words.length > 0 ? `the DNS record ${words.join(', ')}` : undefined
}

const NUMBERS: Record<number, string> = { 1: 'A', 5: 'CNAME', 28: 'AAAA' }

/** A sign-in by `wrangler login` may not read records: then what everybody may ask is asked. */
async function publicRecords({ fetch }: Shell, hostname: string): Promise<DnsRecord[]> {
  const found: DnsRecord[] = []
  for (const type of ['A', 'AAAA']) {
    const url = `https://cloudflare-dns.com/dns-query?name=${hostname}&type=${type}`
    const response = await fetch(url, { headers: { Accept: 'application/dns-json' } }).catch(
      () => undefined,
    )
    if (!response?.ok)
      throw new Error(`Whether ${hostname} is in use cannot be seen: neither by the API nor by DNS.
Give the token the permission DNS Read, or look yourself and add --take-over.`)
    const { Answer: answers = [] } = (await response.json()) as {
      Answer?: { type: number; data: string }[]
    }
    found.push(
      ...answers.map(({ type: n, data }) => ({ type: NUMBERS[n] ?? String(n), content: data })),
    )
  }
  return found
}
