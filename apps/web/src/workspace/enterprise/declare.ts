import type { components } from '@huiqi/client'
import type { HeldFact } from '../facts/fact-groups.ts'
import { answerOf, client } from '../frame/api.ts'
import type { Difference } from '../verdicts/difference-list.tsx'

type NewStatement = components['schemas']['NewStatement']

/** What came of stating a value. */
export interface Declared {
  /** The facts as they stand now. */
  readonly facts: readonly HeldFact[]
  /** The verdicts that it turned. */
  readonly turned: readonly Difference[]
}

/** States a value and says which verdicts it turned. Throws ProblemError with all issues. */
export const declare = async (enterprise: string, statement: NewStatement): Promise<Declared> => {
  const params = { path: { enterprise } }
  const supposed = await client
    .POST('/api/v1/enterprises/{enterprise}/what-if', {
      params,
      body: { statements: [statement], things: [] },
    })
    .catch(() => ({ data: undefined }))
  const { entries } = await answerOf(
    client.POST('/api/v1/enterprises/{enterprise}/statements', {
      params,
      body: { statements: [statement] },
    }),
  )
  return { facts: entries, turned: supposed.data?.differences ?? [] }
}
