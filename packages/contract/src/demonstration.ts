import { z } from 'zod'
import { Bilingual, Day } from './bilingual.ts'

/** As whom one can look around in a service whose enterprises and people are invented. */
export const Demonstration = z
  .object({
    enterprises: z.int().nonnegative(),
    /** The day up to which its people have lived. */
    madeOn: Day,
    /** Of all of them: it guards nothing. */
    password: z.string(),
    signIns: z.array(z.object({ email: z.string(), role: Bilingual })),
  })
  .meta({ id: 'Demonstration' })
export type Demonstration = z.infer<typeof Demonstration>

/** The invented city; null: what the service holds is real. */
export const DemonstrationAnswer = z
  .object({ demonstration: Demonstration.nullable() })
  .meta({ id: 'DemonstrationAnswer' })
export type DemonstrationAnswer = z.infer<typeof DemonstrationAnswer>
