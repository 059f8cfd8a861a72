import type { ComplaintClass } from '../../domain/case/complaint.ts'
import { build } from '../../paths.ts'
import type { LineFields, ReceiptFields } from '../../seal/receipt.ts'
import type { Verified } from '../../seal/signed-text.ts'
import { longDate, longMoment } from '../../words/format.ts'
import { receipt } from '../../words/id/receipt.ts'
import { classes } from '../../words/id/states.ts'
import { verifyReceipt as words } from '../../words/id/verify-receipt.ts'
import { TextArea } from '../components/fields.tsx'
import { Button, ErrorSummary, KeyValues, Notice } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

export type Checked = Verified<ReceiptFields | LineFields>

const PROBLEMS = {
  malformed: words.malformed,
  'unknown-key': words.unknown,
  forged: words.forged,
} as const

/** What a stranger runs with openssl alone; the signature is in tanda.txt, our key in kunci.pem. */
const COMMANDS = `bytes() { s=$1; while [ $((\${#s} % 4)) -ne 0 ]; do s="$s="; done
  printf %s "$s" | tr -- -_ +/ | openssl base64 -d -A; }
bytes "$(cut -d. -f2 tanda.txt | tr -d '\\n')" > isi
bytes "$(cut -d. -f3 tanda.txt | tr -d '\\n')" > tanda
openssl pkeyutl -verify -pubin -inkey kunci.pem -rawin -in isi -sigfile tanda`

/** Tells whether a receipt is ours and unchanged; works from the signature alone. */
export function VerifyReceiptPage(props: { site: Site; typed: string; checked: Checked | null }) {
  const { checked, typed } = props
  const problem = checked && !checked.ok ? PROBLEMS[checked.problem] : undefined
  return (
    <PublicLayout
      site={props.site}
      title={words.title}
      style="form"
      failed={problem !== undefined}
      noindex={checked !== null}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary errors={problem ? [{ field: 'tanda', text: problem }] : []} />
      {checked?.ok &&
        ('line' in checked.fields ? (
          <GenuineLine fields={checked.fields} />
        ) : (
          <Genuine fields={checked.fields} />
        ))}
      <form method="post" action={build('verifyReceipt')}>
        <TextArea
          name="tanda"
          label={words.label}
          hint={words.hint}
          value={typed}
          error={problem}
          required
          low
        />
        <Button>{words.submit}</Button>
      </form>
      <h2>{words.offline}</h2>
      <p>{words.offlineText}</p>
      <p>
        <a href={build('receiptKey')} download="kunci.pem">
          {words.key}
        </a>
      </p>
      <pre tabindex={0}>{COMMANDS}</pre>
    </PublicLayout>
  )
}

function Genuine({ fields }: { fields: ReceiptFields }) {
  return (
    <Notice tone="done" title={words.genuine}>
      <p>{words.genuineText}</p>
      <KeyValues
        rows={[
          [words.number, fields.number],
          [words.received, longMoment(fields.time)],
          [words.class, classes[fields.class as ComplaintClass]?.label ?? fields.class],
          [words.verifyBy, fields.dates.verify && longDate(fields.dates.verify)],
          [words.settleBy, fields.dates.settle && longDate(fields.dates.settle)],
        ]}
      />
    </Notice>
  )
}

function GenuineLine({ fields }: { fields: LineFields }) {
  return (
    <Notice tone="done" title={words.genuineLine}>
      <p>{words.genuineLineText}</p>
      <KeyValues
        rows={[
          [words.number, fields.number],
          [words.kind, receipt.lines[fields.line]],
          [words.added, longMoment(fields.time)],
          [words.hash, fields.contentHash],
        ]}
      />
    </Notice>
  )
}
