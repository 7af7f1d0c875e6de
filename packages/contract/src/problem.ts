import { z } from 'zod'

/** One thing wrong with a request and its place: a path such as `body.facts[2].value`, or a line of a file. */
export const ProblemIssue = z
  .object({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    line: z.int().optional(),
    column: z.int().optional(),
  })
  .meta({ id: 'ProblemIssue' })
export type ProblemIssue = z.infer<typeof ProblemIssue>

/** A problem document (RFC 9457) with all issues of the request. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string(),
    issues: z.array(ProblemIssue).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
