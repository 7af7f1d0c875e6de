import { z } from 'zod'

const PAGE_OTHERWISE = 20
const PAGE_AT_MOST = 100

/** The form of a list; the Accept header can ask for the same. */
export const ListFormat = z.enum(['json', 'csv', 'ndjson']).meta({ id: 'ListFormat' })
export type ListFormat = z.infer<typeof ListFormat>

/** How much of a list is asked for: `after` is the `next` of the page before. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_AT_MOST).default(PAGE_OTHERWISE),
  after: z.string().max(400).optional(),
  /** `csv` and `ndjson` give the whole list. */
  format: ListFormat.optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** In which form a list without pages is wanted. */
export const ListQuery = PageQuery.pick({ format: true })
export type ListQuery = z.infer<typeof ListQuery>

/** One page of a list; `next` is null on the last one, `total` counts the whole list. */
export const pageOf = <Entry extends z.ZodType>(id: string, entry: Entry) =>
  z
    .object({
      entries: z.array(entry),
      next: z.string().nullable(),
      total: z.int().nonnegative(),
    })
    .meta({ id })
