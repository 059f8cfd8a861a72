import type { Words } from '../../words/words.ts'
import { NEW_TAB } from '../components/parts.tsx'

const BUBBLE =
  'M5 2h18a4 4 0 0 1 4 4v11a4 4 0 0 1-4 4H12l-6 5v-5H5a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4Zm0 8v3h5v-3Zm6.5 0v3h5v-3Z'

interface Props {
  t: Words
  href: string
  /** Address of the city's own; without one, ours: a speech bubble that holds the clock line. */
  logo?: string | null
  below?: string
  newTab?: boolean
}

export function Mark(props: Props) {
  const { t, logo } = props
  return (
    <a class="mark" href={props.href} {...(props.newTab ? NEW_TAB : {})}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        {logo ? (
          <image href={logo} width="28" height="28" />
        ) : (
          <path fill="currentColor" d={BUBBLE} />
        )}
      </svg>
      <span>
        {t.layout.product} {props.below && <small>{props.below}</small>}
      </span>
    </a>
  )
}
