import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblemWith, ProblemError } from './api.ts'

const FRESH_MS = 15_000
const RETRIES = 1

/** What has been asked of the service. A session that has ended is noticed by the first answer that says so. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isProblemWith(error, 'not-signed-in')) queries.invalidateQueries({ queryKey: ['me'] })
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      networkMode: 'always',
      retry: (count, error) => !(error instanceof ProblemError) && count < RETRIES,
    },
    mutations: { networkMode: 'always' },
  },
})
