import type { DatabaseSync } from 'node:sqlite'

export interface Version {
  id: string
  number: number
  created_on: string
  annotations: Record<string, string>
  secrets: Record<string, string>
  bindings: { type: string; name: string; text?: string }[]
}

export interface Script {
  versions: Version[]
  /** The newest first. */
  deployments: { id: string; created_on: string; version: string }[]
  schedules: string[]
}

export interface Domain {
  id: string
  hostname: string
  service: string
  zone_id: string
  zone_name: string
}

export interface Queue {
  queue_id: string
  queue_name: string
  consumers: { consumer_id: string; script: string; type: string }[]
}

/** What the account holds; a test changes it as somebody at the dashboard would. */
export interface Account {
  id: string
  accounts: { id: string; name: string }[]
  /** Permissions that the token lacks, as first part of a path: 'd1', 'dns_records'. */
  forbidden: Set<string>
  plan: 'paid' | 'free'
  /** What the free plan is refused besides a limit of CPU; the provider has changed it before. */
  freeOf: Set<string>
  databases: { uuid: string; name: string; sqlite: DatabaseSync }[]
  buckets: Map<string, Map<string, Buffer>>
  queues: Queue[]
  scripts: Map<string, Script>
  domains: Domain[]
  zones: { id: string; name: string; status: string }[]
  records: { name: string; type: string; content: string }[]
  /** Zones from which mail may be sent. */
  sending: string[]
  /** What answers at the city's address; the running version, in health, unless told. */
  site: { status: number; version?: string }
}

let made = 0

/** An id as the provider makes them, and the same in every run. */
export function newId(): string {
  made += 1
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
}

export function newAccount(): Account {
  const id = 'a'.repeat(32)
  return {
    id,
    accounts: [{ id, name: 'Kota Contoh' }],
    forbidden: new Set(),
    plan: 'paid',
    freeOf: new Set(),
    databases: [],
    buckets: new Map(),
    queues: [],
    scripts: new Map(),
    domains: [],
    zones: [{ id: 'z'.repeat(32), name: 'kota.go.id', status: 'active' }],
    records: [],
    sending: ['kota.go.id'],
    site: { status: 200 },
  }
}

/** The version that answers all requests. */
export function runningVersion(script: Script): Version | undefined {
  return script.versions.find(({ id }) => id === script.deployments[0]?.version)
}
