import { layout } from '../../copy/id/layout.ts'

/** The mark: a speech bubble that holds the clock line. */
export const Mark = ({ href, below }: { href: string; below?: string }) => (
  <a class="mark" href={href}>
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <path
        fill="currentColor"
        d="M5 2h18a4 4 0 0 1 4 4v11a4 4 0 0 1-4 4H12l-6 5v-5H5a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4Zm0 8v3h5v-3Zm6.5 0v3h5v-3Z"
      />
    </svg>
    <span>
      {layout.product}
      {below && <small>{below}</small>}
    </span>
  </a>
)
