import { agencies as words } from '../../copy/id/public.ts'
import type { Agency } from '../../domain/city.ts'
import { build } from '../../paths.ts'
import { PublicLayout } from '../layouts/public.tsx'
import type { Site } from '../site.ts'

/** Every agency, by name, with a way to its figures. */
export const AgenciesPage = (props: { site: Site; agencies: Agency[]; canonical: string }) => (
  <PublicLayout site={props.site} title={words.title} style="list" canonical={props.canonical}>
    <h1>{words.title}</h1>
    <p class="lead">{words.lead}</p>
    <ul>
      {props.agencies.map((agency) => (
        <li>
          <a href={build('agency', { slug: agency.slug })}>{agency.name}</a>
        </li>
      ))}
    </ul>
  </PublicLayout>
)
