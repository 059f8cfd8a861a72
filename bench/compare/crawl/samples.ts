import { DatabaseSync } from 'node:sqlite'
import { databaseFile } from '../../support/server.ts'

/** A report to look at, and what is special about it. */
export interface Sample {
  nomor: string
  id: number
  kind: string
}

/** What makes two reports different kinds to look at. */
const KIND = `c.state || ' ' || c.release_status
  || case when c.confidential then ' confidential' else '' end
  || case when c.supervisory then ' supervisory' else '' end
  || case when c.sensitive is not null then ' sensitive' else '' end
  || case when c.anonymous then ' anonymous' else '' end
  || case when c.suspected_spam then ' spam' else '' end
  || case when c.has_key_holder then '' else ' keyless' end
  || case when c.root_id <> c.id then ' joined' when c.cluster_size > 1 then ' root' else '' end
  || case when c.disputes > 0 then ' disputed' else '' end
  || case when c.returns > 0 then ' returned' else '' end
  || case when c.ever_late then ' late' else '' end
  || case when exists (select 1 from message m where m.complaint_id = c.id and m.state = 'screening')
       then ' screening' else '' end`

/** One report of each kind that the data holds, of the demo's two agencies where there is one. */
export function samplesOf(storage: string): Sample[] {
  return query<Sample>(
    storage,
    `select reference as nomor, id, kind from (
       select c.reference, c.id as id, ${KIND} as kind, row_number() over (partition by ${KIND}
         order by a.slug in ('dinas-perhubungan', 'dinas-pupr') desc, c.id desc) as nth
       from complaint c left join agency a on a.id = c.lead_agency_id)
     where nth = 1 order by kind`,
  )
}

/** Rows of a data set that nobody is serving. */
export function query<Row>(storage: string, sql: string): Row[] {
  const db = new DatabaseSync(databaseFile(storage), { readOnly: true })
  try {
    return db.prepare(sql).all() as Row[]
  } finally {
    db.close()
  }
}
