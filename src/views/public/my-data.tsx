import { build } from '../../paths.ts'
import { fields } from '../../words/id/form.ts'
import { myData as words } from '../../words/id/my-data.ts'
import { Field, HiddenToken, Pick } from '../components/fields.tsx'
import { Button, ErrorSummary, errorFor, type FieldError, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

export interface MyDataProps {
  site: Site
  reference: string
  session: string
  contact: { nama: string; kontak_telepon: string; kontak_email: string }
  /** The reporter's own words; null once erased. */
  text: string | null
  /** Erasing waits until nobody works on the report any more. */
  erasable: boolean
  errors: FieldError[]
  said?: string
}

/** Data saya: see, correct, download, erase (UU 27/2022). */
export function MyDataPage(props: MyDataProps) {
  const nomor = props.reference
  return (
    <PublicLayout
      site={props.site}
      title={words.title}
      style="form"
      noindex
      failed={props.errors.length > 0}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {props.said && (
        <Notice tone="done">
          <p role="status">{props.said}</p>
        </Notice>
      )}
      <ErrorSummary errors={props.errors} />
      {props.text === null ? <p>{words.erased}</p> : <Kept {...props} text={props.text} />}
      <p>
        <a href={build('status', { nomor })}>{words.back}</a>
      </p>
    </PublicLayout>
  )
}

function Kept(props: MyDataProps & { text: string }) {
  const { contact, errors, reference: nomor } = props
  const of = (name: 'nama' | 'kontak_telepon' | 'kontak_email') => ({
    name,
    ...fields[name],
    value: contact[name],
    error: errorFor(errors, name),
  })
  return (
    <>
      <h2>{words.contact}</h2>
      <p class="hint">{words.contactHint}</p>
      <form method="post" action={build('statusData', { nomor })}>
        <HiddenToken name="sesi" value={props.session} />
        <Field {...of('nama')} autocomplete="name" />
        <Field {...of('kontak_telepon')} type="tel" autocomplete="tel" />
        <Field {...of('kontak_email')} type="email" autocomplete="email" />
        <Button>{words.save}</Button>
      </form>
      <h2>{words.words}</h2>
      <p class="words">{props.text}</p>
      <p>
        <a href={build('statusDownload', { nomor })} download={`${nomor}.json`}>
          {words.download}
        </a>
      </p>
      <p class="hint">{words.downloadHint}</p>
      <h2>{words.erase}</h2>
      <p>{words.eraseText}</p>
      {props.erasable ? <Erase {...props} /> : <p>{words.eraseOpen}</p>}
    </>
  )
}

function Erase({ reference: nomor, session }: MyDataProps) {
  return (
    <form method="post" action={build('statusErase', { nomor })}>
      <HiddenToken name="sesi" value={session} />
      <Pick
        type="checkbox"
        name="setuju"
        value="1"
        label={words.eraseConfirm}
        hint={words.eraseForever}
      />
      <Button line>{words.erase}</Button>
    </form>
  )
}
