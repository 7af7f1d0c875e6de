import type { components } from '@huiqi/client'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { answerOf, client } from '../frame/api.ts'
import type { HeldFact } from './fact-groups.ts'

/** Who an enterprise is. */
export const useEnterprise = (
  enterprise: string,
): UseQueryResult<components['schemas']['Enterprise']> =>
  useQuery({
    queryKey: ['enterprise', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}', { params: { path: { enterprise } } }),
      ),
  })

const readAll = async (enterprise: string): Promise<readonly HeldFact[]> => {
  const facts: HeldFact[] = []
  let after: string | null | undefined
  while (after !== null) {
    const page: components['schemas']['HeldFactPage'] = await answerOf(
      client.GET('/api/v1/enterprises/{enterprise}/facts', {
        params: { path: { enterprise }, query: after === undefined ? {} : { after } },
      }),
    )
    facts.push(...page.entries)
    after = page.next
  }
  return facts
}

/** Every fact of the file of an enterprise. */
export const useFacts = (enterprise: string): UseQueryResult<readonly HeldFact[]> =>
  useQuery({ queryKey: ['facts', enterprise], queryFn: () => readAll(enterprise) })
