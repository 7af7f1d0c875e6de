import { z } from 'zod'

/** Whether the service can answer, and which policies it answers from. */
export const Health = z
  .object({
    status: z.enum(['ready']),
    /** Changes when any policy file changes. */
    corpus: z.string(),
    measures: z.int().nonnegative(),
    today: z.iso.date(),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof Health>
