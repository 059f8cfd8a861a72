import type { ClockStage, StageMark } from '../../sights/clock-stages.ts'
import type { Words } from '../../words/words.ts'
import { stageWords } from './stage-words.ts'

const SIGN: Record<StageMark, string> = {
  done: '✓ ',
  late: '! ',
  wait: '|| ',
  now: '',
  next: '',
  skipped: '',
}

interface Props {
  t: Words
  stages: ClockStage[]
}

function Bar({ fill }: { fill: number }) {
  return <span class="bar">{fill > 0 && <svg width={`${fill}%`} />}</span>
}

function tone({ mark, current }: ClockStage): string | undefined {
  return (
    [mark === 'done' || mark === 'late' || mark === 'wait' ? mark : '', current ? 'now' : '']
      .filter(Boolean)
      .join(' ') || undefined
  )
}

export function ClockLine({ t, stages }: Props) {
  return (
    <ol class="clock" aria-label={t.clock.label}>
      {stages.map((stage) => {
        const { name, brief } = stageWords(t, stage)
        return (
          <li class={tone(stage)} aria-current={stage.current ? 'step' : undefined}>
            <Bar fill={stage.fill} />
            {name}{' '}
            {stage.mark !== 'next' && stage.mark !== 'skipped' && (
              <small>
                {SIGN[stage.mark]}
                {brief}
              </small>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** 'Periksa: selesai. Tanggapi: 2 dari 5 hari kerja.' */
function clockSentence({ t, stages }: Props): string {
  return stages
    .filter((stage) => stage.mark !== 'next' && stage.mark !== 'skipped')
    .map((stage) => stageWords(t, stage))
    .map(({ name, text }) => `${name}: ${text}.`)
    .join(' ')
}

/**
 * The same line for a row of a list: one sentence for those who cannot see it, and below it in words
 * what is late or stands still, or else where it is.
 */
export function ClockSlim({ t, stages }: Props) {
  const told = stages.filter(({ mark }) => mark === 'late' || mark === 'wait')
  const now = stages.filter(({ mark, current }) => mark === 'now' && current)
  return (
    <>
      <span class="clock slim" role="img" aria-label={clockSentence({ t, stages })}>
        {stages.map((stage) => (
          <span class={tone(stage)}>
            <Bar fill={stage.fill} />
          </span>
        ))}
      </span>
      {(told.length > 0 ? told : now).map((stage) => {
        const { name, brief } = stageWords(t, stage)
        return (
          <small class={stage.mark === 'now' ? undefined : stage.mark} aria-hidden="true">
            {SIGN[stage.mark]}
            {name}: {brief}
          </small>
        )
      })}
    </>
  )
}
