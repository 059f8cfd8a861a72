import type { Child } from 'hono/jsx'
import type { ComplaintClass } from '../../domain/case/complaint.ts'
import type { Instant, IsoDate } from '../../domain/time/time.ts'
import { build } from '../../paths.ts'
import type { WordsProof } from '../../seal/words-proof.ts'
import type { ClockStage } from '../../sights/clock-stages.ts'
import type { TargetSight } from '../../sights/target.ts'
import type { Wish } from '../../sights/wish.ts'
import type { Words } from '../../words/words.ts'
import { ClockLine } from '../components/clock-line.tsx'
import { limitText } from '../components/limit-text.ts'
import { ButtonLink, KeyValues } from '../components/parts.tsx'
import { seenBy } from '../components/seen-by.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'
import type { StatusForm } from './status-view.ts'
import { UploadForm } from './upload-form.tsx'
import { WordsProofText } from './words-proof.tsx'

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
  /** Grouped. Null where it was not filed from, and once signed out: it cannot be known. */
  accessKey: string | null
  /** Absolute, '/b/NOMOR#KODE' at its end. */
  link: string
  /** The report itself where a session stands, else the link. */
  openHref: string
  script?: string
  class: ComplaintClass
  text: string
  receivedAt: Instant
  dayZero: IsoDate
  /** As signed in the first copy, as they stand in a later one. */
  verifyBy: IsoDate | null
  settleBy: IsoDate | null
  /** When this later copy was made. */
  printedAgain: Instant | null
  stages: ClockStage[]
  target: TargetSight | null
  wish: Wish
  willMail: boolean
  /** Where the reporter adds photos; null at the counter, where no reporter is signed in. */
  upload: StatusForm | null
  /** At the counter: the case on the desk where that person may read it. */
  desk?: { caseHref: string | null }
  /** Null in the answer to the POST that files, for which 1.3 kB of svg are too much. */
  qr: Child | null
  printHref?: string
  /** The signed line, as text that openssl verifies. */
  signature: string
  verifyHref: string
  /** What proves the words together with the signature; null once erased. */
  proof: WordsProof | null
  /** Only on the copy for print, made later. */
  lines?: SignedLine[]
}

/** Tanda terima: the answer to the POST that files, and what is printed. */
export function Receipt(props: ReceiptProps & { t: Words }) {
  const { t } = props
  return (
    <PublicLayout
      t={t}
      site={props.site}
      title={t.receipt.title}
      style={props.qr ? 'print' : 'receipt'}
      noindex
      script={props.script}
    >
      <p class="m0">
        <span class="state done">
          <span aria-hidden="true">✓</span> {t.receipt.heading}
        </span>
      </p>
      <h1>{t.receipt.title}</h1>
      <Slip {...props} />
      {props.upload && <Upload t={t} {...props.upload} />}
      <h2>{t.receipt.next}</h2>
      <ul>
        {props.willMail && <li>{t.receipt.nextMail}</li>}
        {props.accessKey && !props.willMail && <li>{t.receipt.noMail}</li>}
        <li>{t.receipt.nextClose}</li>
      </ul>
      {props.desk ? <OnDesk t={t} {...props.desk} /> : <Onwards t={t} href={props.openHref} />}
      <h2>{t.receipt.text}</h2>
      <p class="words">{props.text}</p>
      <Proof {...props} />
      {props.proof && <WordsProofText t={t} proof={props.proof} words={props.qr !== null} />}
      <Later t={t} lines={props.lines ?? []} />
    </PublicLayout>
  )
}

function Upload(form: StatusForm & { t: Words }) {
  const { t } = form
  return (
    <>
      <h2 class="noprint">{t.receipt.addTitle}</h2>
      <div class="card noprint">
        <UploadForm {...form} />
      </div>
    </>
  )
}

function Onwards({ t, href }: { t: Words; href: string }) {
  return (
    <>
      <p class="noprint">
        <ButtonLink href={href}>{t.receipt.open}</ButtonLink>
      </p>
      <p class="noprint">
        <a href={build('report')}>{t.receipt.another}</a>
      </p>
    </>
  )
}

function OnDesk({ t, caseHref }: { t: Words; caseHref: string | null }) {
  return (
    <>
      {caseHref && (
        <p class="noprint">
          <ButtonLink href={caseHref}>{t.receipt.openCase}</ButtonLink>
        </p>
      )}
      <p class="noprint">
        <a href={build('staffFile')}>{t.receipt.anotherAtDesk}</a>
      </p>
    </>
  )
}

function Slip(props: ReceiptProps & { t: Words }) {
  const { t } = props
  return (
    <div class="slip">
      <div>
        <p class="onprint">{props.accessKey ? t.receipt.withKey : t.receipt.withoutKey}</p>
        <p class="label">{t.receipt.number}</p>
        <p class="ref">{props.reference}</p>
        <ClockLine t={t} stages={props.stages} />
      </div>
      {props.accessKey && (
        <div class="hold">
          <p class="label">{t.receipt.key}</p>
          <p class="key">{props.accessKey}</p>
          <p>
            <b>{t.receipt.saveKey}</b> {t.receipt.whyKey}
          </p>
          <p class="m0">
            {t.receipt.link}: <a href={props.link}>{props.link}</a>
          </p>
        </div>
      )}
      <div>
        <KeyValues
          rows={[
            [t.receipt.filed, t.longMoment(props.receivedAt)],
            [t.receipt.counted, t.longDate(props.dayZero)],
            [t.receipt.class, t.classes[props.class].label],
            [t.status.seenBy, seenBy(t, props.wish)],
            [t.receipt.verifyBy, props.verifyBy && t.longDate(props.verifyBy)],
            [t.receipt.settleBy, props.settleBy && t.longDate(props.settleBy)],
            [t.due.limitLabel, limitText(t, props.target)],
            [t.receipt.printedAgain, props.printedAgain && t.longMoment(props.printedAgain)],
          ]}
        />
        {props.printedAgain && <p class="hint">{t.receipt.datesNow}</p>}
      </div>
    </div>
  )
}

function Proof({ t, qr, signature, verifyHref, printHref }: ReceiptProps & { t: Words }) {
  return (
    <>
      <h2>{t.receipt.signature}</h2>
      {qr && (
        <div class="qr" role="img" aria-label={t.receipt.qr}>
          {qr}
        </div>
      )}
      <p class="sign">{signature}</p>
      <p class="noprint">
        <a href={verifyHref}>{t.receipt.verify}</a>
        {printHref && (
          <>
            {' · '}
            <a href={printHref}>{t.receipt.print}</a>
          </>
        )}
      </p>
    </>
  )
}

function Later({ t, lines }: { t: Words; lines: SignedLine[] }) {
  return lines.length === 0 ? null : (
    <>
      <h2>{t.receipt.later}</h2>
      <p class="hint">{t.receipt.laterHint}</p>
      <ul>
        {lines.map(({ at, title, text }) => (
          <li>
            {title}, {t.longMoment(at)}
            <p class="sign">{text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
