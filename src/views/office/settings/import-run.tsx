import type { Counts, ImportState, LineFate, Mapping } from '../../../domain/city/imports.ts'
import type { FieldError } from '../../../forms/field-error.ts'
import { build } from '../../../paths.ts'
import type { Words } from '../../../words/words.ts'
import { HiddenToken, Select } from '../../components/fields.tsx'
import { Button, ErrorSummary, errorFor, Notice } from '../../components/parts.tsx'

interface Props {
  t: Words
  token: string
  run: {
    id: number
    kind: string
    file: string
    state: ImportState
    headers: string[]
    mapping: Mapping
    counts: Counts
    lines: number
    undoneBy: string | null
    undoneAt: number | null
  }
  /** Of an older record: how many of its reports are here; null of anything else. */
  here: number | null
  /** Its columns, as they are looked at. */
  seen: string
  columns: readonly { name: string; required: boolean }[]
  lines: { n: number; cells: string[]; fate: LineFate | null; why: string[] }[]
  /** Empty where nothing was sent: then the mapping stands. */
  typed: Readonly<Record<string, string>>
  errors: FieldError[]
  next: string | null
}

export function ImportRunPage(props: Props) {
  const { t, run } = props
  return (
    <>
      <p>
        <a href={build('settingImport', { bagian: run.kind })}>‹ {t.settings.csv.title}</a>
      </p>
      <h1>{run.file}</h1>
      <ErrorSummary t={t} errors={props.errors} />
      <State {...props} />
      <Undo {...props} />
      {(run.state === 'mapping' || run.state === 'checked') && <Columns {...props} />}
      <Lines {...props} />
    </>
  )
}

function State({ t, run, token, seen }: Props) {
  const { added, changed, same, refused } = run.counts
  const looked = added + changed + same + refused
  return (
    <Notice tone={run.state === 'done' ? 'done' : 'wait'}>
      <p role="status">
        <b>{t.settings.csv.states[run.state]}</b>{' '}
        {run.state === 'mapping'
          ? t.settings.csv.linesIn(run.lines)
          : t.settings.csv.looked(looked, run.lines)}
      </p>
      {looked > 0 && <p>{t.settings.csv.counted(run.counts)}</p>}
      {refused > 0 && (
        <p>
          <a href={build('importRefused', run)}>{t.settings.csv.refusedFile}</a>
          {' · '}
          <a href={`${build('importRun', run)}?hanya=ditolak`}>{t.settings.csv.onlyRefused}</a>
        </p>
      )}
      {run.state === 'checked' && added + changed > 0 && (
        <form method="post" action={build('importStart', run)}>
          <HiddenToken name="sesi" value={token} />
          <HiddenToken name="versi" value={seen} />
          <Button>{t.settings.csv.start}</Button>
        </form>
      )}
    </Notice>
  )
}

/** Of an older record that was brought by mistake. */
function Undo({ t, run, here, token }: Props) {
  if (here === null || run.state !== 'done') return null
  const say = t.settings.csv.undo
  if (run.undoneBy)
    return (
      <Notice tone={run.undoneAt ? 'done' : 'wait'}>
        <p role="status">{run.undoneAt ? say.done(here) : say.working(here)}</p>
      </Notice>
    )
  return here === 0 ? null : (
    <form method="post" action={build('importUndo', run)}>
      <HiddenToken name="sesi" value={token} />
      <p class="hint">{say.hint}</p>
      <Button line>{say.button}</Button>
    </form>
  )
}

function Columns({ t, run, token, columns, typed, errors }: Props) {
  const chosen = (name: string) => typed[name] ?? String(run.mapping[name] ?? '')
  return (
    <details open={run.state === 'mapping' || errors.length > 0}>
      <summary>{t.settings.csv.mapping}</summary>
      <form method="post" action={build('importRun', run)} class="wide">
        <HiddenToken name="sesi" value={token} />
        <div class="pair">
          {columns.map(({ name, required }) => (
            <Select
              t={t}
              name={name}
              label={t.settings.fields[name]?.[0] ?? name}
              optional={!required}
              blank={t.settings.csv.noneOf}
              value={chosen(name)}
              error={errorFor(errors, name)}
              options={run.headers.map((label, value) => ({ value, label }))}
            />
          ))}
        </div>
        <Button>{t.settings.csv.check}</Button>
      </form>
    </details>
  )
}

function Lines({ t, run, lines, next }: Props) {
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>{t.settings.csv.line}</th>
              <th>{t.settings.csv.fate}</th>
              {run.headers.map((header) => (
                <th>{header}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ n, cells, fate, why }) => (
              <tr>
                <td>{n}</td>
                <td>
                  {fate && t.settings.csv.fates[fate]}
                  {why.map((text) => (
                    <span class="msg">{text}</span>
                  ))}
                </td>
                {run.headers.map((_, i) => (
                  <td>{cells[i]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next && (
        <p>
          <a href={next} rel="next">
            {t.layout.next}
          </a>
        </p>
      )}
    </>
  )
}
