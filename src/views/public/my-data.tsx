import type { Instant } from '../../domain/time/time.ts'
import type { FieldError } from '../../forms/field-error.ts'
import { build } from '../../paths.ts'
import type { WordsProof } from '../../seal/words-proof.ts'
import type { FileSight } from '../../sights/files.ts'
import type { KeptSight } from '../../sights/kept.ts'
import type { Pages } from '../../sights/pages.ts'
import type { Wish } from '../../sights/wish.ts'
import type { Words } from '../../words/words.ts'
import { Attachments } from '../components/attachments.tsx'
import { Field, HiddenToken, Pick } from '../components/fields.tsx'
import { Pager } from '../components/pager.tsx'
import { Button, ErrorSummary, errorFor, KeyValues, Notice } from '../components/parts.tsx'
import { filesOf } from '../components/reporter-files.ts'
import { seenBy } from '../components/seen-by.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import { keptFacts } from './kept-facts.ts'
import { WordsProofText } from './words-proof.tsx'

export interface MyDataProps {
  site: Site
  reference: string
  session: string
  contact: { nama: string; kontak_telepon: string; kontak_email: string }
  /** The reporter's own words; null once erased. */
  text: string | null
  kept: KeptSight
  emailFailedAt: Instant | null
  /** What the agency reads in place of them. */
  screened: string[]
  pages: Pages
  wish: Wish
  proof: WordsProof | null
  files: readonly FileSight[]
  /** What erasing waits for: that nobody works on the report any more, or a key of the reporter's own. */
  eraseWaits: string | null
  errors: FieldError[]
  said?: string
  script?: string
}

/** Data saya: see, correct, download, erase (UU 27/2022). */
export function MyDataPage(props: MyDataProps & { t: Words }) {
  const { t } = props
  const nomor = props.reference
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.myData.title}
      style="data"
      noindex
      failed={props.errors.length > 0}
      script={props.script}
    >
      <h1>{t.myData.title}</h1>
      <p class="lead">{t.myData.lead}</p>
      <p class="onprint">
        {t.receipt.number}: {nomor}. {t.receipt.withoutKey}
      </p>
      {props.said && (
        <Notice tone="done">
          <p role="status">{props.said}</p>
        </Notice>
      )}
      <ErrorSummary t={t} errors={props.errors} />
      {props.text === null ? <p>{t.myData.erased}</p> : <Kept {...props} text={props.text} />}
      <p>
        <a href={build('status', { nomor })}>{t.myData.back}</a>
      </p>
    </PublicLayout>
  )
}

function Kept(props: (MyDataProps & { text: string }) & { t: Words }) {
  const { t } = props
  const { contact, errors, reference: nomor } = props
  const of = (name: 'nama' | 'kontak_telepon' | 'kontak_email') => ({
    name,
    ...t.fields[name],
    optional: true,
    value: contact[name],
    error: errorFor(errors, name),
  })
  return (
    <>
      <h2>{t.myData.contact}</h2>
      <p class="hint">{t.myData.contactHint}</p>
      <form method="post" action={build('statusData', { nomor })}>
        <HiddenToken name="sesi" value={props.session} />
        <Field t={t} {...of('nama')} autocomplete="name" />
        <Field t={t} {...of('kontak_telepon')} type="tel" autocomplete="tel" />
        <Field t={t} {...of('kontak_email')} inputmode="email" autocomplete="email" />
        <Button>{t.myData.save}</Button>
      </form>
      <h2>{t.status.seenBy}</h2>
      <p>{seenBy(t, props.wish)}</p>
      <h2>{t.myData.facts}</h2>
      <KeyValues rows={keptFacts(t, props.kept, props.emailFailedAt)} />
      <h2>{t.myData.words}</h2>
      <p class="words">{props.text}</p>
      {props.screened.length > 0 && <h2>{t.myData.screened}</h2>}
      {props.screened.map((copy) => (
        <p class="words">{copy}</p>
      ))}
      {props.screened.length > 0 && (
        <Pager t={t} pages={props.pages} here={build('statusData', { nomor })} />
      )}
      <h2>{t.status.files}</h2>
      <Attachments t={t} files={filesOf(t, nomor, props.files)} />
      {props.proof && (
        <details>
          <summary>{t.receipt.signature}</summary>
          <WordsProofText t={t} proof={props.proof} />
        </details>
      )}
      <p class="hint">{t.myData.downloadHint}</p>
      <p>
        <a href={build('statusDownload', { nomor })} download={`${nomor}.json`}>
          {t.myData.download}
        </a>
      </p>
      <h2>{t.receipt.key}</h2>
      <p>
        {t.renewKey.why} <a href={build('statusKey', { nomor })}>{t.renewKey.title}</a>
      </p>
      <h2>{t.myData.erase}</h2>
      <p>{t.myData.eraseText}</p>
      {props.eraseWaits === null ? <Erase {...props} /> : <p>{props.eraseWaits}</p>}
    </>
  )
}

function Erase({ t, reference: nomor, session }: MyDataProps & { t: Words }) {
  return (
    <form method="post" action={build('statusErase', { nomor })}>
      <HiddenToken name="sesi" value={session} />
      <Pick
        type="checkbox"
        name="setuju"
        value="1"
        label={t.myData.eraseConfirm}
        hint={t.myData.eraseForever}
      />
      <Button line>{t.myData.erase}</Button>
    </form>
  )
}
