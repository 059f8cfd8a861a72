import type { Settings } from '../domain/city/city.ts'

/** What the frame of every page says about whose it is: the city's settings, never code. */
export type Site = Pick<Settings, 'cityName' | 'prefix' | 'manager' | 'emergency'> &
  Partial<Pick<Settings, 'readOnly' | 'intake' | 'logo'>>
