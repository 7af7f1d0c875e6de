import type { components } from '@huiqi/client'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './api.ts'

/** Every fact that can be stated, and the code lists. */
export type Vocabulary = components['schemas']['Vocabulary']

/** A fact of the vocabulary. */
export type FactDefinition = components['schemas']['FactDefinition']

/** A code list of the vocabulary. */
export type CodeList = Vocabulary['codeLists'][number]

/** Every fact that can be stated, asked once. */
export const useVocabulary = (): UseQueryResult<Vocabulary> =>
  useQuery({
    queryKey: ['vocabulary'],
    queryFn: () => answerOf(client.GET('/api/v1/vocabulary')),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A code list by its id; undefined while it is being read, or when there is none. */
export const useCodeList = (id: string | null): CodeList | undefined =>
  useVocabulary().data?.codeLists.find((list) => list.id === id)
