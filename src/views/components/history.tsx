import type { Instant } from '../../domain/time/time.ts'
import type { Words } from '../../words/words.ts'

export interface TimelineItem {
  at: Instant
  /** From copy events: 'Diteruskan ke Dinas Perhubungan'. */
  title: string
  tone?: 'wait' | 'late' | 'done'
  /** Words that this reader may have. */
  words?: string
  /** 'dihitung sejak Senin' */
  note?: string
}

function When({ t, at, note }: { t: Words; at: Instant; note?: string }) {
  return (
    <span class="at">
      {t.longMoment(at)}
      {note && ` · ${note}`}
    </span>
  )
}

export function Timeline({ t, items }: { t: Words; items: TimelineItem[] }) {
  return (
    <ol class="time">
      {items.map((item) => (
        <li class={item.tone}>
          <b>{item.title}</b> <When t={t} at={item.at} note={item.note} />
          {item.words && <p class="words">{item.words}</p>}
        </li>
      ))}
    </ol>
  )
}

export interface DialogueMessage {
  at: Instant
  /** 'Dinas Perhubungan', 'Anda', 'Pelapor'. */
  by: string
  mine: boolean
  text: string
  /** 'menunggu penyaringan', 'draf'. */
  note?: string
}

export function Dialogue({ t, messages }: { t: Words; messages: DialogueMessage[] }) {
  return (
    <ol class="talk">
      {messages.map((message) => (
        <li class={message.mine ? 'mine' : undefined}>
          <b>{message.by}</b> <When t={t} at={message.at} note={message.note} />
          <p class="words">{message.text}</p>
        </li>
      ))}
    </ol>
  )
}
