import type { Child } from 'hono/jsx'
import type { ComplaintClass } from '../../domain/case/complaint.ts'
import type { Instant, IsoDate } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import { longDate, longMoment } from '../../words/format.ts'
import { receipt } from '../../words/id/receipt.ts'
import { classes } from '../../words/id/states.ts'
import { ClockLine } from '../components/clock-line.tsx'
import type { ClockStage } from '../components/clock-stages.ts'
import { ButtonLink, KeyValues } from '../components/parts.tsx'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import type { StatusForm } from './status-view.ts'
import { UploadForm } from './upload-form.tsx'

/** What was added later, vouched for by a line of its own. */
export interface SignedLine {
  at: Instant
  /** 'Foto atau dokumen' */
  title: string
  text: string
}

export interface ReceiptProps {
  site: Site
  reference: string
  /** Grouped; shown once. Null on a reprint, where it cannot be known. */
  accessKey: string | null
  /** Absolute, '/b/NOMOR#KODE' at its end. */
  link: string
  class: ComplaintClass
  text: string
  receivedAt: Instant
  dayZero: IsoDate
  verifyBy: IsoDate
  settleBy: IsoDate
  stages: ClockStage[]
  /** An e-mail address was left. */
  willMail: boolean
  /** Where the reporter adds photos; null at the counter, where no reporter is signed in. */
  upload: StatusForm | null
  /** At the counter: the case on the desk where that person may read it. */
  desk?: { caseHref: string | null }
  /**
   * Inline svg of the signed fields; null where its 1.3 kB are too much: the answer to the POST
   * that files, which then links to the copy for print.
   */
  qr: Child | null
  printHref?: string
  /** The signed line, as text that openssl verifies. */
  signature: string
  verifyHref: string
  /** Only on the copy for print, made later. */
  lines?: SignedLine[]
}

/** Tanda terima: the answer to the POST that files, and what is printed. */
export function Receipt(props: ReceiptProps) {
  return (
    <PublicLayout site={props.site} title={receipt.title} style="receipt" noindex>
      <p class="m0">
        <span class="state done">
          <span aria-hidden="true">✓</span> {receipt.heading}
        </span>
      </p>
      <h1>{receipt.title}</h1>
      <Slip {...props} />
      {props.upload && <Upload {...props.upload} />}
      <h2>{receipt.next}</h2>
      <ul>
        <li>{receipt.nextVerify(longDate(props.verifyBy))}</li>
        <li>{receipt.nextTrack}</li>
        {props.willMail && <li>{receipt.nextMail}</li>}
        <li>{receipt.nextClose}</li>
      </ul>
      {props.desk ? <OnDesk {...props.desk} /> : <Onwards link={props.link} />}
      <h2>{receipt.text}</h2>
      <p class="words">{props.text}</p>
      <Proof {...props} />
      <Later lines={props.lines ?? []} />
    </PublicLayout>
  )
}

function Upload(form: StatusForm) {
  return (
    <>
      <h2 class="noprint">{receipt.addTitle}</h2>
      <div class="card noprint">
        <p>{receipt.addHint}</p>
        <UploadForm {...form} />
      </div>
    </>
  )
}

function Onwards({ link }: { link: string }) {
  return (
    <>
      <p class="noprint">
        <ButtonLink href={link}>{receipt.open}</ButtonLink>
      </p>
      <p class="noprint">
        <a href={build('report')}>{receipt.another}</a>
      </p>
    </>
  )
}

function OnDesk({ caseHref }: { caseHref: string | null }) {
  return (
    <>
      {caseHref && (
        <p class="noprint">
          <ButtonLink href={caseHref}>{receipt.openCase}</ButtonLink>
        </p>
      )}
      <p class="noprint">
        <a href={build('staffFile')}>{receipt.anotherAtDesk}</a>
      </p>
    </>
  )
}

function Slip(props: ReceiptProps) {
  return (
    <div class="slip">
      <div>
        <p class="label">{receipt.number}</p>
        <p class="ref">{props.reference}</p>
        <ClockLine stages={props.stages} />
      </div>
      {props.accessKey && (
        <div class="hold">
          <p class="label">{receipt.key}</p>
          <p class="key">{props.accessKey}</p>
          <p>
            <b>{receipt.saveKey}</b> {receipt.whyKey}
          </p>
          <p class="m0">
            {receipt.link}: <a href={props.link}>{props.link}</a>
          </p>
        </div>
      )}
      <div>
        <KeyValues
          rows={[
            [receipt.filed, longMoment(props.receivedAt)],
            [receipt.counted, longDate(props.dayZero)],
            [receipt.class, classes[props.class].label],
            [receipt.verifyBy, longDate(props.verifyBy)],
            [receipt.settleBy, longDate(props.settleBy)],
          ]}
        />
      </div>
    </div>
  )
}

function Proof({ qr, signature, verifyHref, printHref }: ReceiptProps) {
  return (
    <>
      <h2>{receipt.signature}</h2>
      {qr && (
        <div class="qr" role="img" aria-label={receipt.qr}>
          {qr}
        </div>
      )}
      <p class="sign">{signature}</p>
      <p class="noprint">
        <a href={verifyHref}>{receipt.verify}</a>
        {printHref && (
          <>
            {' · '}
            <a href={printHref}>{receipt.print}</a>
          </>
        )}
      </p>
    </>
  )
}

function Later({ lines }: { lines: SignedLine[] }) {
  return lines.length === 0 ? null : (
    <>
      <h2>{receipt.later}</h2>
      <p class="hint">{receipt.laterHint}</p>
      <ul>
        {lines.map(({ at, title, text }) => (
          <li>
            {title}, {longMoment(at)}
            <p class="sign">{text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
