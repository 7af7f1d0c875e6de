import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { useEnter } from '../frame/me.ts'
import { Part } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'

const WORDS = inBoth({
  zh: {
    title: '先看看：以演示身份登录',
    note: (enterprises: number) =>
      `这里的 ${enterprises.toLocaleString('en-US')} 家企业和所有人员都是虚构的，可以随意试用。`,
  },
  en: {
    title: 'Look around as somebody invented',
    note: (enterprises: number) =>
      `The ${enterprises.toLocaleString('en-US')} enterprises here and all people are invented; try what you like.`,
  },
})

/** The people as whom one can sign in, in a service that is a demonstration; nothing elsewhere. */
export const DemonstrationSignIns = ({ onward }: { readonly onward: string }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const enter = useEnter()
  const navigate = useNavigate()
  const { data } = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => answerOf(client.GET('/api/v1/demonstration')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const demonstration = data?.demonstration ?? null
  const entering = useMutation({
    mutationFn: (email: string) =>
      answerOf(
        client.POST('/api/v1/session', {
          body: { email, password: demonstration?.password ?? '' },
        }),
      ),
    onSuccess: (me) => {
      enter(me)
      return navigate(onward, { replace: true })
    },
  })
  if (demonstration === null) return null
  return (
    <Part title={text.title} note={text.note(demonstration.enterprises)}>
      {entering.error === null ? null : <ProblemNote error={entering.error} />}
      <ul className="choices">
        {demonstration.signIns.map(({ email, role }) => (
          <li key={email}>
            <button
              type="button"
              disabled={entering.isPending}
              onClick={() => entering.mutate(email)}
            >
              <strong>{role[language]}</strong>
              <span>{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </Part>
  )
}
