import type { Story } from '../story.ts'
import { drainageStories1 } from './drainage-1.ts'
import { drainageStories2 } from './drainage-2.ts'
import { drainageStories3 } from './drainage-3.ts'
import { fireStories } from './fires.ts'
import { lightStories1 } from './lights-1.ts'
import { lightStories2 } from './lights-2.ts'
import { orderStories } from './order.ts'
import { pollutionStories } from './pollution.ts'
import { roadStories1 } from './roads-1.ts'
import { roadStories2 } from './roads-2.ts'
import { roadStories3 } from './roads-3.ts'
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
]
