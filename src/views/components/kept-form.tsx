import type { PropsWithChildren } from 'hono/jsx'
import type { Kept } from '../../forms/kept.ts'
import type { Words } from '../../words/words.ts'
import { AskSecret } from './ask-who.tsx'
import { HiddenToken, TextArea } from './fields.tsx'
import { KeptWords } from './kept-words.tsx'
import { Button, Notice } from './parts.tsx'

const ACCEPT = '.jpg,.jpeg,.png,.webp,.pdf'

interface Props {
  action: string
  kept: Kept
  send: string
  /** They have to become shorter before they can be sent again. */
  shorten?: boolean
}

/** A form that got no further, to be sent again; `children` ask what has to be shown first. */
export function KeptForm(props: PropsWithChildren<Props> & { t: Words }) {
  const { t, kept } = props
  const enctype = kept.files === null ? undefined : 'multipart/form-data'
  return (
    <>
      <form method="post" action={props.action} enctype={enctype}>
        {kept.values.map(([name, value], i) =>
          props.shorten && kept.words.includes(value) ? (
            <TextArea t={t} name={name} id={`${name}-${i}`} label={t.ended.words} value={value} />
          ) : (
            <HiddenToken name={name} value={value} />
          ),
        )}
        {props.children}
        {kept.secrets.map((name) => (
          <AskSecret t={t} name={name} />
        ))}
        {/* after what shows who is there: until then nobody's files are taken */}
        {kept.files !== null && <FilesAgain t={t} name={kept.files} />}
        <p>
          <Button>{props.send}</Button>
        </p>
      </form>
      {!props.shorten && <KeptWords t={t} words={kept.words} />}
    </>
  )
}

function FilesAgain({ t, name }: { t: Words; name: string }) {
  return (
    <>
      <Notice tone="wait">
        <p>{t.ended.files}</p>
      </Notice>
      <div class="field">
        <label for="berkas-lagi">{t.ended.filesAgain}</label>
        <input class="in" type="file" id="berkas-lagi" name={name} multiple accept={ACCEPT} />
      </div>
    </>
  )
}
