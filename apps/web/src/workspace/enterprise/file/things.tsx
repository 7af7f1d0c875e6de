import type { components } from '@huiqi/client'
import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Given } from '../../../rules/given.tsx'
import { THING_KINDS } from '../../facts/thing-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LateSelect } from '../../ui/late-select.tsx'
import { Part } from '../../ui/page.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'
import { useThings } from './thing-field.tsx'

const WORDS = inBoth({
  zh: {
    title: '事项',
    note: '有些措施针对某个项目、合同或贷款。写下它们，才能逐个判断。',
    none: '还没有事项。',
    add: '添加事项',
    kind: '类别',
    name: '名称',
    facts: (count: number) => `已有 ${count} 项指标`,
    remove: '移除',
    removeOf: (name: string) => `移除“${name}”？`,
    removeSay: '它的指标不再参与判断；沿革仍保留。',
    absent: '确实没有的',
    absentSay: '勾选后，不再询问这类事项。',
    required: '请填写',
  },
  en: {
    title: 'Things',
    note: 'Some measures are about one project, contract or loan. Write them down and each is answered by itself.',
    none: 'No things yet.',
    add: 'Add a thing',
    kind: 'Kind',
    name: 'Name',
    facts: (count: number) => (count === 1 ? '1 fact held' : `${count} facts held`),
    remove: 'Remove',
    removeOf: (name: string) => `Remove “${name}”?`,
    removeSay: 'Its facts no longer count; the history keeps them.',
    absent: 'There is none of',
    absentSay: 'What is ticked is not asked for any more.',
    required: 'Fill this in',
  },
})

type ThingKind = components['schemas']['ThingKind']
type ThingList = components['schemas']['ThingList']

const KINDS: readonly ThingKind[] = [
  'project',
  'contract',
  'loan',
  'hire',
  'product',
  'exhibition',
  'cluster',
]

const FIRST_KIND = (): ThingKind => 'project'

const AddDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(WORDS)
  const kinds = useWords(THING_KINDS)
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  return (
    <Dialog title={text.add} onClose={onClose}>
      <SendForm
        initial={{ kind: FIRST_KIND(), name: '' }}
        submit={text.add}
        send={(body) =>
          answerOf(
            client.POST('/api/v1/enterprises/{enterprise}/things', {
              params: { path: { enterprise } },
              body,
            }),
          )
        }
        onDone={() => {
          onClose()
          return refresh()
        }}
      >
        <Form.Item name="kind" label={text.kind}>
          <LateSelect options={KINDS.map((value) => ({ value, label: kinds[value] }))} />
        </Form.Item>
        <Form.Item
          name="name"
          label={text.name}
          rules={[{ required: true, whitespace: true, message: text.required }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </SendForm>
    </Dialog>
  )
}

const Absences = ({ list, mayState }: { readonly list: ThingList; readonly mayState: boolean }) => {
  const text = useWords(WORDS)
  const kinds = useWords(THING_KINDS)
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const stating = useMutation({
    mutationFn: ({ kind, isAbsent }: { readonly kind: ThingKind; readonly isAbsent: boolean }) =>
      answerOf(
        client.PUT('/api/v1/enterprises/{enterprise}/absent-things/{kind}', {
          params: { path: { enterprise, kind } },
          body: { isAbsent },
        }),
      ),
    onSuccess: refresh,
  })
  const having = new Set(list.entries.map(({ kind }) => kind))
  return (
    <fieldset className="ticks" disabled={!mayState || stating.isPending}>
      <legend>{text.absent}</legend>
      <p className="soft">{text.absentSay}</p>
      {KINDS.filter((kind) => !having.has(kind)).map((kind) => (
        <label key={kind} className="tick">
          <input
            type="checkbox"
            checked={list.absent.includes(kind)}
            onChange={({ currentTarget }) =>
              stating.mutate({ kind, isAbsent: currentTarget.checked })
            }
          />
          {kinds[kind]}
        </label>
      ))}
      {stating.error === null ? null : <ProblemNote error={stating.error} />}
    </fieldset>
  )
}

/** The projects, contracts, loans … of the enterprise, and what it has none of. */
export const Things = ({ mayState }: { readonly mayState: boolean }) => {
  const text = useWords(WORDS)
  const kinds = useWords(THING_KINDS)
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const things = useThings(enterprise)
  const [isAdding, setIsAdding] = useState(false)
  const add = mayState ? <Button onClick={() => setIsAdding(true)}>{text.add}</Button> : null
  return (
    <Part title={text.title} note={text.note} actions={add}>
      <Answer of={things}>
        {(list) => (
          <>
            {list.entries.length === 0 ? (
              <Nothing>{text.none}</Nothing>
            ) : (
              <ul className="rows">
                {list.entries.map(({ id, kind, name, facts }) => (
                  <li key={id}>
                    <div className="wide">
                      <strong>
                        <Given>{name}</Given>
                      </strong>
                      <p className="soft">
                        {kinds[kind]} · {text.facts(facts)}
                      </p>
                    </div>
                    {mayState ? (
                      <ConfirmButton
                        label={text.remove}
                        question={text.removeOf(name)}
                        act={() =>
                          answerOf(
                            client.DELETE('/api/v1/enterprises/{enterprise}/things/{thing}', {
                              params: { path: { enterprise, thing: id } },
                            }),
                          )
                        }
                        onDone={refresh}
                      >
                        <p>{text.removeSay}</p>
                      </ConfirmButton>
                    ) : null}
                  </li>
                ))}
              </ul>
            )}
            <Absences list={list} mayState={mayState} />
          </>
        )}
      </Answer>
      {isAdding ? <AddDialog onClose={() => setIsAdding(false)} /> : null}
    </Part>
  )
}
