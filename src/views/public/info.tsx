import type { PropsWithChildren } from 'hono/jsx'
import type { Settings } from '../../domain/city/city.ts'
import type { Words } from '../../words/words.ts'
import { KeyValues } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'

export interface InfoProps {
  settings: Settings
  canonical?: string
}

function Page(
  props: PropsWithChildren<InfoProps & { title: string; lead: string }> & { t: Words },
) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
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
export function ManagerPage(props: InfoProps & { t: Words }) {
  const { t } = props
  const { manager, office } = props.settings
  return (
    <Page {...props} title={t.layout.manager} lead={t.info.managerLead}>
      <KeyValues
        rows={[
          [t.info.office, manager.name],
          [t.info.position, manager.position],
          [t.info.address, manager.address],
          [
            t.info.phone,
            <a href={`tel:${manager.phone.replace(/[^+\d]/g, '')}`}>{manager.phone}</a>,
          ],
          [t.info.email, <a href={`mailto:${manager.email}`}>{manager.email}</a>],
          [t.info.hours, t.info.hoursText(t.wallTime(office[0]), t.wallTime(office[1]), t.zone)],
        ]}
      />
    </Page>
  )
}

/** Every other channel that takes complaints. */
export function OtherWaysPage(props: InfoProps & { t: Words }) {
  const { t } = props
  return (
    <Page {...props} title={t.layout.otherWays} lead={t.info.otherLead}>
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
export function UnsatisfiedPage(props: InfoProps & { t: Words }) {
  const { t } = props
  return (
    <Page {...props} title={t.layout.dissatisfied} lead={t.info.unsatisfiedLead}>
      <h2>{t.info.first}</h2>
      <p>{t.info.firstText}</p>
      <h2>{t.info.next}</h2>
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
export function PrivacyPage(props: InfoProps & { t: Words }) {
  const { t } = props
  return (
    <Page {...props} title={t.layout.privacy} lead={t.info.privacyLead}>
      <List title={t.info.takenTitle} lines={t.info.taken} />
      <List title={t.info.whyTitle} lines={t.info.why} />
      <List title={t.info.whoTitle} lines={t.info.who} />
      <List title={t.info.limitTitle} lines={t.info.limit} />
      <h2>{t.info.keepTitle}</h2>
      <p>{t.info.keep(t.number(props.settings.retentionMonths, 0))}</p>
      <h2>{t.info.rightsTitle}</h2>
      <p>{t.info.rights}</p>
    </Page>
  )
}
