export interface Named {
  name: string
  /** Null of a desk, which has none. */
  shortName: string | null
}

/** At the head of a row of numbers: the short name where a phone would show little else. */
export function AgencyName({ name, shortName }: Named) {
  const short = shortName !== name && shortName
  return (
    <>
      <span class={short ? 'whole' : undefined}>{name}</span>{' '}
      {short && <span class="brief">{short}</span>}
    </>
  )
}
