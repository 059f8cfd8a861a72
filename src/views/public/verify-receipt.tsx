import type { ComplaintClass } from '../../domain/case/complaint.ts'
import { build } from '../../paths.ts'
import type { LineFields, ReceiptFields } from '../../seal/receipt.ts'
import type { Verified } from '../../seal/signed-text.ts'
import type { Words } from '../../words/words.ts'
import { Field, TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, KeyValues, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

export type Checked = Verified<ReceiptFields | LineFields>

const PROBLEMS = {
  malformed: 'malformed',
  'unknown-key': 'unknown',
  forged: 'forged',
} as const

/**
 * What a stranger runs with openssl alone: tanda.txt has the signature, kunci.pem our key, isi.json and
 * bukti.txt words and proof code. The two last lines are alike. docs/verify-receipt.md says more.
 */
const COMMANDS = `bytes() { s=$1; while [ $((\${#s} % 4)) -ne 0 ]; do s="$s="; done
  printf %s "$s" | tr -- -_ +/ | openssl base64 -d -A; }
bytes "$(cut -d. -f2 tanda.txt | tr -d '\\n')" > isi
bytes "$(cut -d. -f3 tanda.txt | tr -d '\\n')" > tanda
openssl pkeyutl -verify -pubin -inkey kunci.pem -rawin -in isi -sigfile tanda
bytes "$(sed 's/.*"textHash":"\\([^"]*\\)".*/\\1/' isi)" | od -An -v -tx1 | tr -d ' \\n'; echo
{ bytes "$(tr -d '\\n' < bukti.txt)"; printf %s "$(cat isi.json)"; } | openssl dgst -sha256 -r`

/** Tells whether a receipt is ours and unchanged; works from the signature alone. */
export interface CheckedReceipt {
  typed: { tanda?: string; isi?: string; bukti?: string }
  checked: Checked | null
  /** Whether the words are those that were signed; null where none were given. */
  proven: boolean | null
  /** Genuine, but a restore did not bring its report back. */
  lost?: boolean
}

export function VerifyReceiptPage(props: CheckedReceipt & { t: Words; site: Site }) {
  const { t, checked, typed, proven } = props
  const problem = checked && !checked.ok ? t.verifyReceipt[PROBLEMS[checked.problem]] : undefined
  const other = proven === false ? t.verifyReceipt.otherWords : undefined
  const errors = [
    ...(problem ? [{ field: 'tanda', text: problem }] : []),
    ...(other ? [{ field: 'isi', text: other }] : []),
  ]
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.verifyReceipt.title}
      style="form"
      script="/js/check.js"
      failed={problem !== undefined || proven === false}
      noindex={checked !== null}
    >
      <h1>{t.verifyReceipt.title}</h1>
      <p class="lead">{t.verifyReceipt.lead}</p>
      <ErrorSummary t={t} errors={errors} />
      {proven && (
        <Notice tone="done" title={t.verifyReceipt.sameWords}>
          <p>{t.verifyReceipt.sameWordsText}</p>
        </Notice>
      )}
      {checked?.ok &&
        ('line' in checked.fields ? (
          <GenuineLine t={t} fields={checked.fields} />
        ) : (
          <Genuine t={t} fields={checked.fields} />
        ))}
      {props.lost && <Lost t={t} />}
      <form method="post" action={build('verifyReceipt')}>
        <p id="tanpa-skrip">{t.verifyReceipt.fromCode}</p>
        <TextArea
          t={t}
          name="tanda"
          label={t.verifyReceipt.label}
          hint={t.verifyReceipt.hint}
          value={typed.tanda}
          error={problem}
          required
          low
          exact
        />
        <TextArea
          t={t}
          name="isi"
          label={t.verifyReceipt.words}
          hint={t.verifyReceipt.wordsHint}
          value={typed.isi}
          error={other}
          low
          exact
        />
        <Field
          t={t}
          name="bukti"
          label={t.verifyReceipt.salt}
          hint={t.verifyReceipt.saltHint}
          value={typed.bukti}
          exact
        />
        <Button>{t.verifyReceipt.submit}</Button>
      </form>
      <h2>{t.verifyReceipt.offline}</h2>
      <p>{t.verifyReceipt.offlineText}</p>
      <p>
        <a href={build('receiptKey')} download="kunci.pem">
          {t.verifyReceipt.key}
        </a>
      </p>
      <pre tabindex={0}>{COMMANDS}</pre>
    </PublicLayout>
  )
}

function Genuine({ t, fields }: { t: Words; fields: ReceiptFields }) {
  return (
    <Notice tone="done" title={t.verifyReceipt.genuine}>
      <p>{t.verifyReceipt.genuineText}</p>
      <KeyValues
        rows={[
          [t.verifyReceipt.number, fields.number],
          [t.verifyReceipt.received, t.longMoment(fields.time)],
          [t.verifyReceipt.class, t.classes[fields.class as ComplaintClass]?.label ?? fields.class],
          [t.verifyReceipt.verifyBy, fields.dates.verify && t.longDate(fields.dates.verify)],
          [t.verifyReceipt.settleBy, fields.dates.settle && t.longDate(fields.dates.settle)],
        ]}
      />
    </Notice>
  )
}

function Lost({ t }: { t: Words }) {
  return (
    <Notice tone="wait" title={t.verifyReceipt.lost}>
      <p>{t.verifyReceipt.lostText}</p>
      <p>
        <a href={build('report')}>{t.verifyReceipt.lostAgain}</a>
      </p>
    </Notice>
  )
}

function GenuineLine({ t, fields }: { t: Words; fields: LineFields }) {
  return (
    <Notice tone="done" title={t.verifyReceipt.genuineLine}>
      <p>{t.verifyReceipt.genuineLineText}</p>
      <KeyValues
        rows={[
          [t.verifyReceipt.number, fields.number],
          [t.verifyReceipt.kind, t.receipt.lines[fields.line]],
          [t.verifyReceipt.added, t.longMoment(fields.time)],
          [t.verifyReceipt.hash, fields.contentHash],
        ]}
      />
    </Notice>
  )
}
