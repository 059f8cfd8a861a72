import { type Agency, agencyBySlug, type City, type Settings } from '../city.ts'
import {
  choice,
  flag,
  guarded,
  line,
  number,
  optionalLine,
  picture,
  reference,
  text,
  timeOfDay,
} from './columns.ts'
import { listed } from './listed.ts'
import type {
  BoundsRow,
  HoursRow,
  IdentityRow,
  IntakeRow,
  KeepingRow,
  ManagerRow,
  OutsideRow,
  SettingRow,
} from './setting-rows.ts'
import type { Noun, Sheet } from './sheet.ts'

function withSettings(city: City, settings: Partial<Settings>): City {
  return { ...city, settings: { ...city.settings, ...settings } }
}

/** Whoever saved it has looked at it. */
function looked(city: City, noun: Noun): City {
  const samples = city.settings.samples?.filter((one) => one !== noun)
  return samples ? withSettings(city, { samples }) : city
}

/** A group of settings: one row, made of them and put back into them. */
function group<Row extends SettingRow>(
  given: Pick<Sheet<Row>, 'noun' | 'at' | 'columns'>,
  rowOf: (city: City) => Row,
  settingsOf: (row: Row, city: City) => Partial<Settings>,
): Sheet<Row> {
  return {
    ...given,
    key: null,
    single: true,
    rows: (city) => [rowOf(city)],
    blank: rowOf,
    titleOf: () => '',
    put: (city, row) => looked(withSettings(city, settingsOf(row, city)), given.noun),
  }
}

/** None of them stands before the first agency does (city-faults.ts: an open city keeps its own). */
function agencyOf(name: string, property: 'operatingId' | 'inspectorateId' | 'delegateId') {
  return guarded(
    reference<IdentityRow, Agency>(
      name,
      property,
      (c) => c.agencies,
      (a) => a.slug,
    ),
  )
}

function idOf(city: City, slug: string | undefined): number | null {
  return agencyBySlug(city, slug ?? '')?.id ?? null
}

function slugOf(city: City, agencyId: number | null): string {
  return city.agencies.find(({ id }) => id === agencyId)?.slug ?? ''
}

const identity = group<IdentityRow>(
  {
    noun: 'identity',
    at: 'identitas',
    columns: [
      line<IdentityRow>('nama_kota', 'cityName', { required: true, most: 80 }),
      line<IdentityRow>('awalan', 'prefix', { required: true, most: 4, like: /^[A-Z]{2,4}$/ }),
      picture<IdentityRow>('logo', 'logo'),
      agencyOf('opd_pengelola', 'operatingId'),
      agencyOf('opd_inspektorat', 'inspectorateId'),
      agencyOf('opd_wakil', 'delegateId'),
    ],
  },
  (city) => ({
    id: 0,
    cityName: city.settings.cityName,
    prefix: city.settings.prefix,
    logo: city.settings.logo ?? null,
    operatingId: idOf(city, city.settings.operatingAgency),
    inspectorateId: idOf(city, city.settings.inspectorateAgency),
    delegateId: idOf(city, city.settings.delegateAgency),
  }),
  ({ cityName, prefix, logo, operatingId, inspectorateId, delegateId }, city) => ({
    cityName,
    prefix,
    logo: logo ?? undefined,
    operatingAgency: slugOf(city, operatingId),
    inspectorateAgency: slugOf(city, inspectorateId),
    delegateAgency: slugOf(city, delegateId),
  }),
)

const manager = group<ManagerRow>(
  {
    noun: 'manager',
    at: 'pengelola',
    columns: [
      line<ManagerRow>('nama', 'name', { required: true }),
      line<ManagerRow>('jabatan', 'position', { required: true }),
      text<ManagerRow>('alamat_kantor', 'address', { required: true, most: 500 }),
      line<ManagerRow>('telepon', 'phone', { required: true, most: 60 }),
      line<ManagerRow>('surel', 'email', { required: true, like: /^\S+@\S+\.\S+$/ }),
    ],
  },
  (city) => ({ id: 0, ...city.settings.manager }),
  ({ id: _, ...manager }) => ({ manager }),
)

/** WIB, WITA, WIT. */
const ZONES = [420, 480, 540]

const hours = group<HoursRow>(
  {
    noun: 'hours',
    at: 'jam-kerja',
    columns: [
      choice<HoursRow>('zona', 'offset', ZONES),
      timeOfDay<HoursRow>('buka', 'opens'),
      timeOfDay<HoursRow>('tutup', 'closes'),
    ],
  },
  ({ settings: { offset, office } }) => ({ id: 0, offset, opens: office[0], closes: office[1] }),
  ({ offset, opens, closes }) => ({ offset, office: [opens, closes] }),
)

const outside = group<OutsideRow>(
  {
    noun: 'outside',
    at: 'di-luar-kami',
    columns: [
      line<OutsideRow>('darurat_telepon', 'emergencyPhone', { required: true, most: 30 }),
      line<OutsideRow>('darurat_untuk', 'emergencyText', { required: true, most: 120 }),
      listed<OutsideRow>('instansi_lanjutan', 'nextInstances', ['name', 'what', 'contact']),
      listed<OutsideRow>('cara_lain', 'otherWays', ['name', 'how']),
    ],
  },
  ({ settings: { emergency, nextInstances, otherWays } }) => ({
    id: 0,
    emergencyPhone: emergency.phone,
    emergencyText: emergency.text,
    nextInstances,
    otherWays,
  }),
  ({ emergencyPhone, emergencyText, nextInstances, otherWays }) => ({
    emergency: { phone: emergencyPhone, text: emergencyText },
    nextInstances,
    otherWays,
  }),
)

const LATITUDE = [-90, 90] as const
const LONGITUDE = [-180, 180] as const
const required = true

const bounds = group<BoundsRow>(
  {
    noun: 'bounds',
    at: 'batas-peta',
    columns: [
      number<BoundsRow>('selatan', 'south', LATITUDE, { required }),
      number<BoundsRow>('barat', 'west', LONGITUDE, { required }),
      number<BoundsRow>('utara', 'north', LATITUDE, { required }),
      number<BoundsRow>('timur', 'east', LONGITUDE, { required }),
    ],
  },
  ({ settings: { bbox } }) => {
    const [south, west, north, east] = bbox
    return { id: 0, south, west, north, east }
  },
  ({ south, west, north, east }) => ({ bbox: [south, west, north, east] }),
)

const EMAIL = /^\S+@\S+\.\S+$/

const keeping = group<KeepingRow>(
  {
    noun: 'keeping',
    at: 'penyimpanan',
    columns: [
      guarded(number<KeepingRow>('simpan_bulan', 'retentionMonths', [1, 240])),
      optionalLine<KeepingRow>('surel_pengirim', 'sender', { like: EMAIL }),
      guarded(optionalLine<KeepingRow>('surel_sidik', 'digestAddress', { like: EMAIL })),
    ],
  },
  ({ settings }) => ({
    id: 0,
    retentionMonths: settings.retentionMonths,
    sender: settings.sender ?? null,
    digestAddress: settings.digestAddress ?? null,
  }),
  ({ retentionMonths, sender, digestAddress }, { settings }) => ({
    retentionMonths: retentionMonths ?? settings.retentionMonths,
    ...(sender ? { sender } : { sender: undefined }),
    ...(digestAddress ? { digestAddress } : { digestAddress: undefined }),
  }),
)

const intake = group<IntakeRow>(
  {
    noun: 'intake',
    at: 'penerimaan',
    columns: [
      flag<IntakeRow>('terima', 'open'),
      text<IntakeRow>('kalimat_tutup', 'sentence', { most: 300 }),
    ],
  },
  ({ settings: { intake } }) => ({ id: 0, ...(intake ?? { open: true, sentence: '' }) }),
  ({ open, sentence }) => ({ intake: { open, sentence } }),
)

export const settingSheets = { intake, identity, manager, hours, outside, bounds, keeping }
