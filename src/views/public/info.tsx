import type { PropsWithChildren } from 'hono/jsx'
import type { Settings } from '../../domain/city/city.ts'
import { number, wallTime, zoneName } from '../../words/format.ts'
import { info } from '../../words/id/info.ts'
import { layout } from '../../words/id/layout.ts'
import { KeyValues } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'

export interface InfoProps {
  settings: Settings
  canonical?: string
}

function Page(props: PropsWithChildren<InfoProps & { title: string; lead: string }>) {
  return (
    <PublicLayout
      site={props.settings}
      title={props.title}
      description={props.lead}
      style="info"
      canonical={props.canonical}
    >
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.children}
    </PublicLayout>
  )
}

/** Name and address of whoever is responsible (UU 25/2009 art. 36). */
export function ManagerPage(props: InfoProps) {
  const { manager, office, offset } = props.settings
  return (
    <Page {...props} title={layout.manager} lead={info.managerLead}>
      <KeyValues
        rows={[
          [info.office, manager.name],
          [info.position, manager.position],
          [info.address, manager.address],
          [info.phone, <a href={`tel:${manager.phone.replace(/[^+\d]/g, '')}`}>{manager.phone}</a>],
          [info.email, <a href={`mailto:${manager.email}`}>{manager.email}</a>],
          [info.hours, info.hoursText(wallTime(office[0]), wallTime(office[1]), zoneName(offset))],
        ]}
      />
    </Page>
  )
}

/** Every other channel that takes complaints. */
export function OtherWaysPage(props: InfoProps) {
  return (
    <Page {...props} title={layout.otherWays} lead={info.otherLead}>
      {props.settings.otherWays.map(({ name, how }) => (
        <>
          <h2>{name}</h2>
          <p>{how}</p>
        </>
      ))}
    </Page>
  )
}

/** The next instances that a closing answer must name. */
export function UnsatisfiedPage(props: InfoProps) {
  return (
    <Page {...props} title={layout.dissatisfied} lead={info.unsatisfiedLead}>
      <h2>{info.first}</h2>
      <p>{info.firstText}</p>
      <h2>{info.next}</h2>
      {props.settings.nextInstances.map(({ name, what, contact }) => (
        <div class="card">
          <p>
            <b>{name}</b>
          </p>
          <p>{what}</p>
          <p>{contact}</p>
        </div>
      ))}
    </Page>
  )
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** What is kept, why, who sees it, what cannot be promised, and how to have it erased. */
export function PrivacyPage(props: InfoProps) {
  return (
    <Page {...props} title={layout.privacy} lead={info.privacyLead}>
      <List title={info.takenTitle} lines={info.taken} />
      <List title={info.whyTitle} lines={info.why} />
      <List title={info.whoTitle} lines={info.who} />
      <List title={info.limitTitle} lines={info.limit} />
      <h2>{info.keepTitle}</h2>
      <p>{info.keep(number(props.settings.retentionMonths, 0))}</p>
      <h2>{info.rightsTitle}</h2>
      <p>{info.rights}</p>
    </Page>
  )
}
