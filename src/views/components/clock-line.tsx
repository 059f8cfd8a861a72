import { clock as words } from '../../copy/id/clock.ts'
import type { ClockStage, StageMark } from './clock-stages.ts'

const SIGN: Record<StageMark, string> = {
  done: '✓ ',
  late: '! ',
  wait: '|| ',
  now: '',
  next: '',
  skipped: '',
}

const Bar = ({ fill }: { fill: number }) => (
  <span class="bar">{fill > 0 && <svg width={`${fill}%`} />}</span>
)

const tone = ({ mark, current }: ClockStage): string | undefined =>
  [mark === 'done' || mark === 'late' || mark === 'wait' ? mark : '', current ? 'now' : '']
    .filter(Boolean)
    .join(' ') || undefined

/** The signature, whole: segments with their names and days below. */
export const ClockLine = ({ stages }: { stages: ClockStage[] }) => (
  <ol class="clock" aria-label={words.label}>
    {stages.map((stage) => (
      <li class={tone(stage)} aria-current={stage.current ? 'step' : undefined}>
        <Bar fill={stage.fill} />
        {stage.name}
        {stage.mark !== 'next' && stage.mark !== 'skipped' && (
          <small>
            {SIGN[stage.mark]}
            {stage.brief}
          </small>
        )}
      </li>
    ))}
  </ol>
)

/** 'Periksa: selesai. Tanggapi: 2 dari 5 hari kerja.' */
const clockSentence = (stages: ClockStage[]): string =>
  stages
    .filter((stage) => stage.mark !== 'next' && stage.mark !== 'skipped')
    .map((stage) => `${stage.name}: ${stage.text}.`)
    .join(' ')

/** The same line for a row of a list: no names, one sentence for those who cannot see it. */
export const ClockSlim = ({ stages }: { stages: ClockStage[] }) => (
  <span class="clock slim" role="img" aria-label={clockSentence(stages)}>
    {stages.map((stage) => (
      <span class={tone(stage)}>
        <Bar fill={stage.fill} />
      </span>
    ))}
  </span>
)
