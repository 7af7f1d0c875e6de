import { useQueryClient } from '@tanstack/react-query'

/** Forgets everything that was read of an enterprise, after a change of its file. */
export const useRefresh = (enterprise: string): (() => Promise<void>) => {
  const queries = useQueryClient()
  return () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(enterprise) })
}
