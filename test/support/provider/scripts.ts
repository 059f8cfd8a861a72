import { type Account, newId, runningVersion, type Script, type Version } from './account.ts'
import { type Asked, Refusal, type Route } from './answer.ts'

/** Scripts with versions, deployments, secrets and schedules. */
export function scripts(account: Account): Route[] {
  const find = (name: string) => {
    const script = account.scripts.get(name)
    if (!script) throw new Refusal(404, 10007, 'This Worker does not exist on your account.')
    return script
  }
  const upload = (name: string, asked: Asked) => {
    const metadata = metadataOf(asked)
    if (metadata.limits && account.plan === 'free')
      throw new Refusal(400, 100328, 'CPU limits are not supported for the Free plan')
    const script = account.scripts.get(name) ?? { versions: [], deployments: [], schedules: [] }
    account.scripts.set(name, script)
    return addVersion(script, {
      annotations: { ...metadata.annotations, 'workers/triggered_by': 'upload' },
      bindings: metadata.bindings ?? [],
    })
  }
  return [
    [
      'GET',
      /^workers\/services\/([^/]+)$/,
      ({ parts: [name = ''] }) => {
        if (!account.scripts.has(name))
          throw new Refusal(404, 10090, 'This service does not exist on your account.')
        return {
          id: name,
          default_environment: {
            environment: 'production',
            script: { id: name, tag: name, tags: [], last_deployed_from: 'wrangler' },
          },
        }
      },
    ],
    [
      'PUT',
      /^workers\/scripts\/([^/]+)$/,
      (asked) => {
        const name = asked.parts[0] ?? ''
        const version = upload(name, asked)
        deploy(find(name), version)
        return { id: name, etag: version.id, deployment_id: version.id, startup_time_ms: 1 }
      },
    ],
    [
      'POST',
      /^workers\/scripts\/([^/]+)\/versions$/,
      (asked) => {
        find(asked.parts[0] ?? '')
        const { id } = upload(asked.parts[0] ?? '', asked)
        return { id, resources: { script: { etag: id } }, startup_time_ms: 1 }
      },
    ],
    [
      'GET',
      /^workers\/scripts\/([^/]+)\/versions$/,
      ({ parts: [name = ''] }) => ({ items: find(name).versions.toReversed().map(shown) }),
    ],
    [
      'GET',
      /^workers\/scripts\/([^/]+)\/versions\/([^/]+)$/,
      ({ parts: [name = '', id = ''] }) => shown(versionOf(find(name), id)),
    ],
    [
      'GET',
      /^workers\/scripts\/([^/]+)\/deployments$/,
      ({ parts: [name = ''] }) => ({
        deployments: find(name).deployments.map(({ id, created_on, version }) => ({
          ...{ id, created_on, source: 'wrangler', strategy: 'percentage' },
          versions: [{ version_id: version, percentage: 100 }],
        })),
      }),
    ],
    [
      'POST',
      /^workers\/scripts\/([^/]+)\/deployments$/,
      ({ parts: [name = ''], query, json }) => {
        const script = find(name)
        const [wanted] = json.versions as { version_id: string }[]
        const version = versionOf(script, wanted?.version_id ?? '')
        const changed = changedSecrets(version, runningVersion(script))
        if (changed.length > 0 && !query.has('force'))
          throw new Refusal(400, 10220, `The following secrets have changed: ${changed.join(', ')}`)
        return deploy(script, version)
      },
    ],
    [
      'GET',
      /^workers\/scripts\/([^/]+)\/secrets$/,
      ({ parts: [name = ''] }) =>
        Object.keys(find(name).versions.at(-1)?.secrets ?? {}).map((secret) => ({
          ...{ name: secret, type: 'secret_text' },
        })),
    ],
    [
      'PATCH',
      /^workers\/scripts\/([^/]+)\/secrets-bulk$/,
      ({ parts: [name = ''], json }) => {
        const script = find(name)
        const latest = script.versions.at(-1)
        if (latest && latest.id !== script.deployments[0]?.version)
          throw new Refusal(400, 10215, 'The latest version of your Worker is not deployed.')
        const given = Object.entries(json.secrets as Record<string, { text: string } | null>)
        const texts = given.flatMap(([key, value]) => (value ? [[key, value.text]] : []))
        const version = addVersion(script, {
          annotations: { 'workers/triggered_by': 'secret' },
          bindings: latest?.bindings ?? [],
        })
        Object.assign(version.secrets, Object.fromEntries(texts))
        deploy(script, version)
        return []
      },
    ],
    ['PATCH', /^workers\/scripts\/[^/]+\/script-settings$/, () => ({})],
    [
      'PUT',
      /^workers\/scripts\/([^/]+)\/schedules$/,
      (asked) => {
        const schedules = (JSON.parse(asked.bytes.toString()) as { cron: string }[]).map(
          ({ cron }) => cron,
        )
        find(asked.parts[0] ?? '').schedules = schedules
        return { schedules }
      },
    ],
    [
      'GET',
      /^workers\/workers\/([^/]+)$/,
      ({ parts: [name = ''] }) => find(name) && { id: name, name, subdomain: NO_SUBDOMAIN },
    ],
    ['GET', /^workers\/scripts\/[^/]+\/subdomain$/, () => NO_SUBDOMAIN],
    ['POST', /^workers\/scripts\/[^/]+\/subdomain$/, () => NO_SUBDOMAIN],
    ['GET', /^workers\/subdomain$/, () => ({ subdomain: 'kota' })],
    [
      'GET',
      /^workers\/scripts\/([^/]+)\/settings$/,
      ({ parts: [name = ''] }) => ({ bindings: find(name).versions.at(-1)?.bindings ?? [] }),
    ],
    ['POST', /^workers\/scripts\/[^/]+\/assets-upload-session$/, () => ({ jwt: JWT, buckets: [] })],
  ]
}

const NO_SUBDOMAIN = { enabled: false, previews_enabled: false }
const JWT = 'e30.e30.'

function versionOf(script: Script, id: string): Version {
  const version = script.versions.find((one) => one.id === id)
  if (!version) throw new Refusal(404, 10216, `Version ${id} does not exist`)
  return version
}

function addVersion(script: Script, given: Pick<Version, 'annotations' | 'bindings'>): Version {
  const latest = script.versions.at(-1)
  const number = (latest?.number ?? 0) + 1
  const version = {
    ...{ id: newId(), number, created_on: at(number), secrets: { ...latest?.secrets } },
    ...given,
  }
  script.versions.push(version)
  return version
}

function deploy(script: Script, { id: version }: Version) {
  const deployment = { id: newId(), created_on: at(script.deployments.length + 1), version }
  script.deployments.unshift(deployment)
  return { id: deployment.id }
}

function shown({ id, number, created_on, annotations, bindings }: Version) {
  const metadata = { author_email: 'rina@kota.go.id', created_on, source: 'wrangler' }
  return { id, number, metadata, annotations, resources: { bindings } }
}

function changedSecrets(then: Version, now: Version | undefined): string[] {
  return Object.keys(now?.secrets ?? {}).filter((key) => then.secrets[key] !== now?.secrets[key])
}

/** Moments a minute apart, so that order is order. */
function at(minute: number): string {
  return new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString()
}

interface Metadata {
  limits?: unknown
  annotations?: Record<string, string>
  bindings?: Version['bindings']
}

/** The part named metadata of an upload. */
function metadataOf({ bytes }: Asked): Metadata {
  const text = bytes.toString('latin1')
  const [, json = '{}'] =
    /name="metadata"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)\r\n/.exec(text) ?? []
  return JSON.parse(json)
}
