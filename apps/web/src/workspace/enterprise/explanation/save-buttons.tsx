import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { answerOf, client } from '../../frame/api.ts'
import { useWords } from '../../frame/language.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { EXPLANATION_WORDS } from './explanation-words.ts'

/** Saves and follows a measure for everybody of the enterprise. */
export const SaveButtons = ({ measure }: { readonly measure: string }) => {
  const text = useWords(EXPLANATION_WORDS)
  const enterprise = useEnterpriseId()
  const queries = useQueryClient()
  const saved = useQuery({
    queryKey: ['saved-all', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/saved-measures', {
          params: { path: { enterprise }, query: { limit: 100 } },
        }),
      ),
  })
  const found = saved.data?.entries.find((entry) => entry.measure.id === measure)
  const params = { path: { enterprise, measure } }
  const keep = useMutation({
    mutationFn: (wanted: 'save' | 'follow' | 'unfollow' | 'remove') => {
      if (wanted === 'remove') {
        return answerOf(
          client.DELETE('/api/v1/enterprises/{enterprise}/saved-measures/{measure}', { params }),
        )
      }
      const body = { isFollowed: wanted === 'follow', note: found?.note ?? '' }
      return answerOf(
        client.PUT('/api/v1/enterprises/{enterprise}/saved-measures/{measure}', { params, body }),
      )
    },
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(enterprise) }),
  })
  const isSaved = found !== undefined
  const isFollowed = found?.isFollowed === true
  return (
    <>
      <Button
        aria-pressed={isSaved}
        loading={keep.isPending}
        onClick={() => keep.mutate(isSaved ? 'remove' : 'save')}
      >
        {isSaved ? text.saved : text.save}
      </Button>
      <Button
        aria-pressed={isFollowed}
        disabled={keep.isPending}
        onClick={() => keep.mutate(isFollowed ? 'unfollow' : 'follow')}
      >
        {isFollowed ? text.followed : text.follow}
      </Button>
      {keep.error === null ? null : <ProblemNote error={keep.error} />}
    </>
  )
}
