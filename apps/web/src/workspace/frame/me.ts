import type { components } from '@huiqi/client'
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './api.ts'

/** Who is signed in and what they may do. */
export type Me = components['schemas']['Me']

const KEY = ['me']

const VISITOR: Me = {
  account: null,
  memberships: [],
  posts: [],
  rules: [],
  invitations: 0,
  hasOidc: false,
}

/** Who is signed in, asked once. */
export const useMeQuery = (): UseQueryResult<Me> =>
  useQuery({ queryKey: KEY, queryFn: () => answerOf(client.GET('/api/v1/me')) })

/** Who is signed in; nobody while that is not known. */
export const useMe = (): Me => useMeQuery().data ?? VISITOR

/** Takes over who is signed in now, and forgets what was shown to somebody else. */
export const useEnter = (): ((me: Me) => void) => {
  const queries = useQueryClient()
  return (me) => {
    queries.clear()
    queries.setQueryData(KEY, me)
  }
}

/** Signs out and forgets everything. */
export const useLeave = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await answerOf(client.DELETE('/api/v1/session'))
    queries.clear()
    queries.setQueryData(KEY, VISITOR)
  }
}

/** Whether the rules allow an action on something of a kind anywhere. */
export const may = ({ rules }: Me, action: string, kind: string): boolean =>
  rules.some((rule) => rule.action === action && rule.subject === kind)

/** Whether the rules allow an action on this enterprise as its member. */
export const mayAsMember = ({ rules }: Me, action: string, enterprise: string): boolean =>
  rules.some(
    (rule) =>
      rule.reason === 'membership' &&
      rule.action === action &&
      rule.subject === 'enterprise' &&
      rule.conditions?.id === enterprise,
  )
