import { z } from 'zod'

const PAGE_OTHERWISE = 20
const PAGE_AT_MOST = 100

/** How much of a list is asked for: `after` is the `next` of the page before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_AT_MOST).default(PAGE_OTHERWISE),
  after: z.string().max(400).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** One page of a list; `next` is null on the last one, `total` counts the whole list. */
export const pageOf = <Entry extends z.ZodType>(id: string, entry: Entry) =>
  z
    .object({
      entries: z.array(entry),
      next: z.string().nullable(),
      total: z.int().nonnegative(),
    })
    .meta({ id })
