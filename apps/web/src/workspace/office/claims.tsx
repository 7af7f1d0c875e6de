import type { components } from '@huiqi/client'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Given } from '../../rules/given.tsx'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { pageQuery } from '../ui/after.ts'
import { Nothing } from '../ui/answer.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Moment } from '../ui/figures.tsx'
import { PagedList } from '../ui/more.tsx'
import { Page } from '../ui/page.tsx'
import { useSay } from '../ui/say.tsx'
import { SendForm } from '../ui/send-form.tsx'

const WORDS = inBoth({
  zh: {
    title: '认领审核',
    lead: '有人说自己代表某家企业，请核实后决定。退回须写明理由，申请人会看到。',
    none: '没有待审核的认领申请。',
    hasOwner: '该企业已有负责人',
    note: (said: string) => `申请人说明：${said}`,
    noNote: '未填写',
    accept: '通过',
    acceptOf: (person: string, enterprise: string) => `确认 ${person} 代表 ${enterprise}？`,
    refuse: '退回',
    refuseOf: (person: string) => `退回 ${person} 的申请`,
    reason: '理由',
    done: '已处理。',
    required: '请写明理由',
  },
  en: {
    title: 'Claims to decide',
    lead: 'Somebody says to act for an enterprise; make sure and decide. A refusal has a reason, which they read.',
    none: 'No claim waits for a decision.',
    hasOwner: 'has an owner here already',
    note: (said: string) => `The claimant says: ${said}`,
    noNote: 'nothing',
    accept: 'Accept',
    acceptOf: (person: string, enterprise: string) => `Does ${person} act for ${enterprise}?`,
    refuse: 'Refuse',
    refuseOf: (person: string) => `Refuse the claim of ${person}`,
    reason: 'Reason',
    done: 'Decided.',
    required: 'Say why',
  },
})

type Claim = components['schemas']['OfficeClaim']

const KEY = ['office-claims']

const useDecide = (id: string) => {
  const say = useSay()
  const text = useWords(WORDS)
  const queries = useQueryClient()
  return {
    decide: (body: components['schemas']['ClaimDecision']) =>
      answerOf(
        client.POST('/api/v1/office/claims/{id}/decision', { params: { path: { id } }, body }),
      ),
    decided: () => {
      say(text.done)
      return queries.invalidateQueries({ queryKey: KEY })
    },
  }
}

const Refusal = ({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) => {
  const text = useWords(WORDS)
  const { decide, decided } = useDecide(claim.id)
  return (
    <Dialog title={text.refuseOf(claim.account.name)} onClose={onClose}>
      <SendForm
        initial={{ reason: '' }}
        submit={text.refuse}
        send={({ reason }) => decide({ decision: 'refuse', reason })}
        onDone={() => {
          onClose()
          return decided()
        }}
      >
        <Form.Item
          name="reason"
          label={text.reason}
          rules={[{ required: true, whitespace: true, message: text.required }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </SendForm>
    </Dialog>
  )
}

const ClaimRow = ({ claim }: { readonly claim: Claim }) => {
  const text = useWords(WORDS)
  const [isRefusing, setIsRefusing] = useState(false)
  const { decide, decided } = useDecide(claim.id)
  const { enterprise, account, note, hasOwner, createdAt } = claim
  return (
    <li>
      <div className="wide">
        <strong>
          <Given>{enterprise.name}</Given>
        </strong>{' '}
        <span className="soft">{enterprise.uscc}</span>{' '}
        {hasOwner ? <span className="mark warn">{text.hasOwner}</span> : null}
        <p>
          <Given>{account.name}</Given> · {account.email} · <Moment at={createdAt} />
        </p>
        <p className="soft">
          <Given>{text.note(note === '' ? text.noNote : note)}</Given>
        </p>
      </div>
      <div className="form-actions">
        <ConfirmButton
          label={text.accept}
          kind="plain"
          question={text.acceptOf(account.name, enterprise.name)}
          act={() => decide({ decision: 'accept' })}
          onDone={decided}
        />
        <Button onClick={() => setIsRefusing(true)}>{text.refuse}</Button>
      </div>
      {isRefusing ? <Refusal claim={claim} onClose={() => setIsRefusing(false)} /> : null}
    </li>
  )
}

/** Claims of enterprises that wait for an officer. */
export const Component = () => {
  const text = useWords(WORDS)
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <PagedList
        queryKey={KEY}
        ask={(after) =>
          answerOf(client.GET('/api/v1/office/claims', { params: { query: pageQuery(after) } }))
        }
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(claims) => (
          <ul className="rows">
            {claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  )
}
