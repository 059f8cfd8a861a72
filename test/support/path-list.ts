import type { Audience, PathRow } from '../../src/path-row.ts'
import { build, type PathName, paths } from '../../src/paths.ts'

/** What one path is, for the tests that go over all of them. */
export interface Listed {
  /** HEAD goes with GET. */
  methods: readonly ('GET' | 'POST')[]
  /** Whose page it is; forms alone (no GET) belong to whoever has the page they are on. */
  whose: 'everyone' | 'reporter' | 'verifier' | 'officer' | 'admin'
  /** What a GET answers with. */
  answers: 'page' | 'redirect' | 'other' | 'gone'
}

const WHOSE: Record<Audience, Listed['whose']> = {
  all: 'everyone',
  reporter: 'reporter',
  staff: 'officer',
  counter: 'verifier',
  reader: 'officer',
  verifier: 'verifier',
  handler: 'officer',
  admin: 'admin',
  eraser: 'admin',
}

/** Every path there is, by its row. */
export const pathList = Object.fromEntries(
  Object.entries(paths).map(([name, row]) => [name, listed(row)]),
) as Record<PathName, Listed>

function listed(row: PathRow): Listed {
  const { get = 'page', at } = row
  return {
    methods: [...(row.get ? (['GET'] as const) : []), ...(row.post ? (['POST'] as const) : [])],
    whose: WHOSE[row.for],
    answers: get === 'data' ? 'other' : at === paths.setPassword.at ? 'gone' : get,
  }
}

/** What stands for the parameters of a path. */
export interface Sample {
  nomor: string
  /** A photo of that report, public where the report is. */
  photo: string
  oneTime: string
  /** Somebody on the staff; the demo's administrator unless told. */
  person?: string
}

/** A real address of each path: of a released report in an agency's hands. */
export const sampleUrl = (name: PathName, sample: Sample): string => {
  const { nomor, photo, oneTime, person = 'demo-admin' } = sample
  const row = paths[name]
  // there is no sample of a link that sets a password
  const token = name === 'setPassword' ? 'tidak-ada' : oneTime
  const inRegister = row.at.startsWith(paths.staffPerson.at) ? person : '1'
  const id = row.for === 'admin' ? inRegister : photo
  const params = { nomor, id, token, slug: 'dinas-perhubungan', view: 'opd' }
  return (build as (name: PathName, params: object) => string)(name, params)
}
