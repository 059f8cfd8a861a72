import type { Story } from '../story.ts'
import { civilStories1 } from './civil-1.ts'
import { civilStories2 } from './civil-2.ts'
import { civilStories3 } from './civil-3.ts'
import { civilStories4 } from './civil-4.ts'
import { conductStories1 } from './conduct-1.ts'
import { conductStories2 } from './conduct-2.ts'
import { drainageStories1 } from './drainage-1.ts'
import { drainageStories2 } from './drainage-2.ts'
import { drainageStories3 } from './drainage-3.ts'
import { eduStories1 } from './edu-1.ts'
import { eduStories2 } from './edu-2.ts'
import { fireStories } from './fires.ts'
import { healthStories1 } from './health-1.ts'
import { healthStories2 } from './health-2.ts'
import { healthStories3 } from './health-3.ts'
import { healthStories4 } from './health-4.ts'
import { labourStories } from './labour.ts'
import { lightStories1 } from './lights-1.ts'
import { lightStories2 } from './lights-2.ts'
import { moreStories1 } from './more-1.ts'
import { moreStories2 } from './more-2.ts'
import { orderStories } from './order.ts'
import { otherStories1 } from './other-1.ts'
import { otherStories2 } from './other-2.ts'
import { permitsStories } from './permits-1.ts'
import { pollutionStories } from './pollution.ts'
import { roadStories1 } from './roads-1.ts'
import { roadStories2 } from './roads-2.ts'
import { roadStories3 } from './roads-3.ts'
import { socialStories1 } from './social-1.ts'
import { socialStories2 } from './social-2.ts'
import { taxesStories } from './taxes.ts'
import { trafficStories1 } from './traffic-1.ts'
import { trafficStories2 } from './traffic-2.ts'
import { treeStories } from './trees.ts'
import { wasteStories1 } from './waste-1.ts'
import { wasteStories2 } from './waste-2.ts'
import { waterStories1 } from './water-1.ts'
import { waterStories2 } from './water-2.ts'

/** Every written story of the demo, by category. Within a cluster the root comes first. */
export const stories: Story[] = [
  ...roadStories1,
  ...roadStories2,
  ...roadStories3,
  ...drainageStories1,
  ...drainageStories2,
  ...drainageStories3,
  ...lightStories1,
  ...lightStories2,
  ...trafficStories1,
  ...trafficStories2,
  ...wasteStories1,
  ...wasteStories2,
  ...treeStories,
  ...pollutionStories,
  ...waterStories1,
  ...waterStories2,
  ...fireStories,
  ...orderStories,
  ...civilStories1,
  ...civilStories2,
  ...civilStories3,
  ...civilStories4,
  ...healthStories1,
  ...healthStories2,
  ...healthStories3,
  ...healthStories4,
  ...eduStories1,
  ...eduStories2,
  ...socialStories1,
  ...socialStories2,
  ...permitsStories,
  ...labourStories,
  ...taxesStories,
  ...conductStories1,
  ...conductStories2,
  ...otherStories1,
  ...otherStories2,
  ...moreStories1,
  ...moreStories2,
]
