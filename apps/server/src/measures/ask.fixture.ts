import type { MeasurePage } from '@huiqi/contract'
import type { TestApp } from '../testing/open-test-app.fixture.ts'

/** A query of the list: several values of a filter stand as a list. */
export type Query = Readonly<Record<string, string | number | readonly string[]>>

/** A query as the end of an address. */
export const queryText = (query: Query): string =>
  Object.entries(query)
    .flatMap(([name, value]) =>
      (typeof value === 'object' ? value : [value]).map(
        (one) => `${name}=${encodeURIComponent(one)}`,
      ),
    )
    .join('&')

/** One page of measures. */
export const askPage = async ({ app }: TestApp, query: Query): Promise<MeasurePage> => {
  const answer = await app.inject({ method: 'GET', url: `/api/v1/measures?${queryText(query)}` })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

/** The ids of the first measures. */
export const askIds = async (service: TestApp, query: Query): Promise<readonly string[]> =>
  (await askPage(service, query)).entries.map(({ id }) => id)

/** The ids of all measures, page after page. */
export const askAll = async (service: TestApp, query: Query): Promise<readonly string[]> => {
  const seen: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: MeasurePage = await askPage(service, after === '' ? query : { ...query, after })
    seen.push(...page.entries.map(({ id }) => id))
    after = page.next
  }
  return seen
}
