import { useQuery } from '@tanstack/react-query'
import { answerOf, client } from '../../frame/api.ts'
import type { Choice } from '../../frame/districts.ts'
import { useLanguage } from '../../frame/language.tsx'

/** The agencies that have measures, by name. */
export const useAgencies = (): readonly Choice[] => {
  const { language } = useLanguage()
  const facets = useQuery({
    queryKey: ['facets'],
    queryFn: () => answerOf(client.GET('/api/v1/measures/facets')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (facets.data?.agency ?? []).map(({ id, name }) => ({
    value: id,
    label: name?.[language] ?? id,
  }))
}
