import type { components } from '@huiqi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Given } from '../../../rules/given.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { Moment } from '../../ui/figures.tsx'
import { Part } from '../../ui/page.tsx'
import { DifferenceList } from '../../verdicts/difference-list.tsx'

const WORDS = inBoth({
  zh: {
    title: '上次来访以后的变化',
    since: '上次来访',
    seen: '知道了',
    fact: (name: string, from: string, to: string) => `${name}：${from} → ${to}`,
    unknown: '未知',
    published: (day: string) => `措施于 ${day} 发布`,
    changed: (day: string) => `措施于 ${day} 修改`,
    withdrawn: (day: string) => `措施于 ${day} 撤下`,
    date: (from: string, to: string) => `日期从 ${from} 到了 ${to}`,
    thing: (name: string) => `新添了“${name}”`,
    all: (count: number) => `全部 ${count} 项变化`,
  },
  en: {
    title: 'What changed since your last visit',
    since: 'Last visit',
    seen: 'I have seen them',
    fact: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    unknown: 'unknown',
    published: (day: string) => `the measure was published on ${day}`,
    changed: (day: string) => `the measure was changed on ${day}`,
    withdrawn: (day: string) => `the measure was withdrawn on ${day}`,
    date: (from: string, to: string) => `the day went from ${from} to ${to}`,
    thing: (name: string) => `“${name}” was added`,
    all: (count: number) => `All ${count} changes`,
  },
})

type Home = components['schemas']['Home']
type Cause = components['schemas']['ChangeCause']

const Causes = ({ causes }: { readonly causes: readonly Cause[] }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const say = (cause: Cause): string => {
    switch (cause.kind) {
      case 'fact':
        return text.fact(
          cause.name[language],
          cause.from?.[language] ?? text.unknown,
          cause.to?.[language] ?? text.unknown,
        )
      case 'rule':
        return text[cause.change](cause.on)
      case 'date':
        return text.date(cause.from, cause.to)
      case 'thing':
        return text.thing(cause.name)
    }
  }
  return (
    <ul className="reasons">
      {causes.map((cause) => (
        <li key={say(cause)}>
          <Given>{say(cause)}</Given>
        </li>
      ))}
    </ul>
  )
}

const SHOWN = 4

const useNoteVisit = (enterprise: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/api/v1/enterprises/{enterprise}/visits', {
          params: { path: { enterprise } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['home', enterprise] }),
  })
}

/** Verdicts that are other ones than at the last visit, each with why; nothing when there are none. */
export const Changes = ({
  changes,
  enterprise,
}: {
  readonly changes: Home['changes']
  readonly enterprise: string
}) => {
  const text = useWords(WORDS)
  const { since, entries } = changes
  const noting = useNoteVisit(enterprise)
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole || entries.length <= SHOWN + 1 ? entries : entries.slice(0, SHOWN)
  const isFirst = since === null && noting.isIdle
  useEffect(() => {
    if (isFirst) noting.mutate()
  }, [isFirst, noting.mutate])
  if (since === null || entries.length === 0) return null
  return (
    <Part
      title={text.title}
      actions={
        <Button loading={noting.isPending} onClick={() => noting.mutate()}>
          {text.seen}
        </Button>
      }
      note={
        <>
          {text.since} <Moment at={since} />
        </>
      }
    >
      <DifferenceList entries={shown} enterprise={enterprise}>
        {({ causes }) => (causes.length === 0 ? null : <Causes causes={causes} />)}
      </DifferenceList>
      {shown.length === entries.length ? null : (
        <p>
          <Button onClick={() => setIsWhole(true)}>{text.all(entries.length)}</Button>
        </p>
      )}
    </Part>
  )
}
