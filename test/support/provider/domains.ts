import { type Account, newId } from './account.ts'
import { Refusal, type Route } from './answer.ts'

interface Wanted {
  hostname: string
}

/** Addresses of Workers, inside the account. */
export function domains(account: Account): Route[] {
  const zoneOf = (hostname: string) => {
    const zone = account.zones.find(
      ({ name }) => hostname === name || hostname.endsWith(`.${name}`),
    )
    if (!zone) throw new Refusal(400, 100117, `Could not find zone for ${hostname}`)
    return zone
  }
  return [
    [
      'GET',
      /^workers\/domains$/,
      ({ query }) => {
        const hostname = query.get('hostname')
        return account.domains.filter((domain) => !hostname || domain.hostname === hostname)
      },
    ],
    [
      'POST',
      /^workers\/scripts\/([^/]+)\/domains\/changeset$/,
      ({ parts: [service = ''], bytes }) => {
        const wanted = JSON.parse(bytes.toString()) as Wanted[]
        const there = (host: string) => account.domains.find(({ hostname }) => hostname === host)
        return {
          added: wanted.filter(({ hostname }) => !there(hostname)),
          updated: wanted.flatMap(({ hostname }) => {
            const domain = there(hostname)
            return domain ? [{ ...domain, modified: domain.service !== service }] : []
          }),
          removed: account.domains.filter(
            (domain) =>
              domain.service === service && !wanted.some((one) => one.hostname === domain.hostname),
          ),
          conflicting: wanted.filter(({ hostname }) =>
            account.records.some(({ name }) => name === hostname),
          ),
        }
      },
    ],
    [
      'PUT',
      /^workers\/scripts\/([^/]+)\/domains\/records$/,
      ({ parts: [service = ''], json }) => {
        const wanted = (json.origins as Wanted[]).map(({ hostname }) => {
          const { id: zone_id, name: zone_name } = zoneOf(hostname)
          return { id: newId(), hostname, service, zone_id, zone_name }
        })
        const hosts = new Set(wanted.map(({ hostname }) => hostname))
        const others = account.domains.filter(
          (domain) => domain.service !== service && !hosts.has(domain.hostname),
        )
        account.domains = [...others, ...wanted]
        account.records = account.records.filter(({ name }) => !hosts.has(name))
        return wanted
      },
    ],
  ]
}

/** What lies outside the account's own part of the API. */
export function outside(account: Account): Route[] {
  return [
    ['GET', /^user\/tokens\/verify$/, () => ({ id: 'token', status: 'active' })],
    ['GET', /^user$/, () => ({ email: 'rina@kota.go.id' })],
    ['GET', /^accounts$/, () => account.accounts],
    [
      'GET',
      /^memberships$/,
      () => account.accounts.map((one) => ({ id: one.id, account: one, roles: [] })),
    ],
    ['GET', /^subscriptions$/, () => subscriptions(account.plan)],
    [
      'GET',
      /^zones$/,
      ({ query }) => {
        const name = query.get('name')
        return account.zones.filter((zone) => !name || zone.name === name)
      },
    ],
    [
      'GET',
      /^zones\/[^/]+\/dns_records$/,
      ({ query }) => account.records.filter(({ name }) => name === query.get('name')),
    ],
    [
      'GET',
      /^zones\/([^/]+)\/email\/sending\/subdomains$/,
      ({ parts: [id] }) => {
        const zone = account.zones.find((one) => one.id === id)
        return account.sending
          .filter((name) => name === zone?.name || name.endsWith(`.${zone?.name}`))
          .map(sending)
      },
    ],
    [
      'POST',
      /^zones\/[^/]+\/email\/sending\/subdomains$/,
      ({ json }) => {
        const name = String(json.name)
        if (!account.sending.includes(name)) account.sending.push(name)
        return sending(name)
      },
    ],
    [
      'GET',
      /^zones\/[^/]+\/email\/sending\/subdomains\/([^/]+)\/dns$/,
      ({ parts: [name = ''] }) => [{ type: 'TXT', name: `_dmarc.${name}`, content: 'v=DMARC1' }],
    ],
  ]
}

function sending(name: string) {
  return { tag: name, name, enabled: true, status: 'ready' }
}

/** Each zone has a plan of its own; that of Workers is the account's. */
function subscriptions(plan: Account['plan']) {
  const zone = { id: 'free', public_name: 'Free Website', scope: 'zone', is_contract: false }
  const workers = { ...zone, id: 'workers_paid', public_name: 'Workers Paid', scope: 'account' }
  const bought = plan === 'paid' ? [zone, workers] : [zone]
  return bought.map((rate_plan) => ({
    id: newId(),
    state: 'Paid',
    frequency: 'monthly',
    rate_plan,
  }))
}
