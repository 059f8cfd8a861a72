import type { City } from '../../domain/city/city.ts'
import { nameOfPlace, type Template, type TemplatePlace } from '../../domain/people/templates.ts'
import { build } from '../../paths.ts'
import type { Words } from '../../words/words.ts'
import { ButtonLink } from '../components/parts.tsx'
import { placeText } from './template-place.ts'

interface List {
  place: TemplatePlace
  keeps: boolean
  templates: Template[]
}

interface Props {
  t: Words
  city: City
  lists: List[]
}

export function TemplatesPage({ t, city, lists }: Props) {
  return (
    <>
      <h1>{t.templates.title}</h1>
      <p class="soft">{t.templates.lead}</p>
      {lists.map((list) => (
        <Place t={t} city={city} list={list} />
      ))}
    </>
  )
}

function Place({ t, city, list }: { t: Words; city: City; list: List }) {
  const { place, keeps, templates } = list
  const [title, lead] = placeText(t, city, place)
  return (
    <>
      <h2>{title}</h2>
      <p class="hint">{lead}</p>
      {templates.length === 0 && <p>{t.templates.none}</p>}
      {templates.map((template) => (
        <details>
          <summary>
            {template.name}{' '}
            <span class="hint">
              {[t.templates.kinds[template.kind], !template.active && t.templates.retired]
                .filter(Boolean)
                .join(', ')}
            </span>
          </summary>
          <p class="words">{template.text}</p>
          {keeps && (
            <p>
              <a href={build('template', { id: template.id })}>
                {t.templates.change}
                <span class="sr"> {template.name}</span>
              </a>
            </p>
          )}
        </details>
      ))}
      {keeps && (
        <p class="acts">
          <ButtonLink
            line
            href={`${build('template', { id: 'baru' })}?milik=${nameOfPlace(place)}`}
          >
            {t.templates.add}
          </ButtonLink>
          {place.of === 'city' && <Tables t={t} />}
        </p>
      )}
    </>
  )
}

function Tables({ t }: { t: Words }) {
  return (
    <>
      {' '}
      <ButtonLink line href={build('settingImport', { bagian: 'templat' })}>
        {t.settings.import}
      </ButtonLink>{' '}
      <ButtonLink line href={build('settingTable', { bagian: 'templat' })}>
        {t.settings.table}
      </ButtonLink>
    </>
  )
}
