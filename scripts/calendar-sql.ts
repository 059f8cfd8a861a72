import { addDays, type IsoDate, isoDate, weekdayOf } from '../src/domain/time.ts'
import { PUBLISH_CITY } from './city-sql.ts'
import { inserts, literal } from './sql.ts'
