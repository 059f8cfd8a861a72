export interface Named {
  name: string
  /** Null of a desk, which has none. */
  shortName: string | null
}

/** At the head of a row of numbers: the short name where a phone would show little else. */
export function AgencyName({ name, shortName }: Named) {
  return shortName === null || shortName === name ? (
    <>{name}</>
  ) : (
    <>
      <span class="whole">{name}</span>
      <span class="brief">{shortName}</span>
    </>
  )
}
