import type { Settings } from '../src/domain/city/city.ts'
import { SAMPLE_NAME, SAMPLE_PREFIX } from '../src/domain/city/opening.ts'
import { cityRows, settingRows } from './city.ts'

/** Of a city that has said nothing yet: its form is closed until it has. */
const settings: Settings = {
  cityName: SAMPLE_NAME,
  prefix: SAMPLE_PREFIX,
  offset: 420,
  office: [450, 960],
  operatingAgency: '',
  inspectorateAgency: '',
  manager: { name: `Pemerintah ${SAMPLE_NAME}`, position: '', address: '', phone: '', email: '' },
  // these two hold in every city
  emergency: { phone: '112', text: 'Kebakaran, kecelakaan, atau nyawa terancam' },
  otherWays: [{ name: 'SP4N-LAPOR!', how: 'Situs lapor.go.id atau SMS 1708.' }],
  nextInstances: [
    {
      name: 'Ombudsman RI',
      what: 'Bila laporan tidak ditangani atau penanganannya tidak patut (maladministrasi).',
      contact: 'Telepon 137',
    },
  ],
  // all of Indonesia
  bbox: [-11.1, 94.9, 6.1, 141.1],
  retentionMonths: 24,
  readOnly: false,
  intake: { open: false, sentence: '' },
  samples: ['hours', 'outside'],
}

export function emptySettings(sender: string): Settings {
  return { ...settings, sender }
}

/** What no city differs in, holidays and legal clocks, and nothing else; `sender`: of its letters. */
export function emptyCityRows(sender: string): ReturnType<typeof cityRows> {
  return {
    ...cityRows(),
    settings: settingRows(emptySettings(sender)),
    agencies: [],
    categories: [],
    areas: [],
    templates: [],
  }
}
