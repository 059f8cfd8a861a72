import type { Instant } from '../../domain/time/time.ts'
import { patterns } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { OversightTabs } from './oversight-tabs.tsx'

interface Props {
  t: Words
  taken: { at: Instant; person: string | null; name: string; lines: number }[]
  older: string | null
}

export function ExportsPage({ t, taken, older }: Props) {
  const words = t.trail.exports
  return (
    <>
      <OversightTabs t={t} current="trail" city />
      <p>
        <a href={patterns.trail}>‹ {t.trail.title}</a>
      </p>
      <h1>{words.title}</h1>
      <p class="soft">{words.lead}</p>
      {taken.length === 0 && <p>{words.none}</p>}
      {taken.length > 0 && (
        <section class="scroll" tabindex={0} aria-label={words.title}>
          <table>
            <thead>
              <tr>
                {words.columns.map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {taken.map(({ at, person, name, lines }) => (
                <tr>
                  <td>{t.moment(at)}</td>
                  <td>{person ?? t.settings.someone}</td>
                  <td>{name}.csv</td>
                  <td>{t.number(lines, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {older && (
        <p>
          <a href={older} rel="next">
            {t.desk.older} ›
          </a>
        </p>
      )}
    </>
  )
}
