import { useQuery } from '@tanstack/react-query'
import { answerOf, client } from './api.ts'

/** The day in the city as the service has it; empty until it has said so. */
export const useToday = (): string => {
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => answerOf(client.GET('/api/v1/health')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return health.data?.today ?? ''
}
