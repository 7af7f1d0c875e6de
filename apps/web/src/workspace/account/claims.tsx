import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Radio } from 'antd'
import { Given } from '../../rules/given.tsx'
import { answerOf, client } from '../frame/api.ts'
import { useWords } from '../frame/language.tsx'
import { Answer, Nothing } from '../ui/answer.tsx'
import { Moment } from '../ui/figures.tsx'
import { Page, Part } from '../ui/page.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay } from '../ui/say.tsx'
import { SendForm } from '../ui/send-form.tsx'
import { type Claim, ClaimProof } from './claim-proof.tsx'
import { CLAIM_WORDS as WORDS } from './claim-words.ts'
import { usccFault } from './uscc-fault.ts'

const KEY = ['claims']

const NewClaim = () => {
  const text = useWords(WORDS)
  const queries = useQueryClient()
  const proof = 'contact-code' as 'contact-code' | 'officer'
  return (
    <Part title={text.begin} note={text.beginSay} className="sheet narrow">
      <SendForm
        initial={{ uscc: '', proof, note: '' }}
        submit={text.send}
        send={(body) => answerOf(client.POST('/api/v1/claims', { body }))}
        onDone={() => queries.invalidateQueries({ queryKey: KEY })}
      >
        <Form.Item
          name="uscc"
          label={text.uscc}
          extra={text.usccHint}
          rules={[
            {
              validator: (_, value: string) => {
                const fault = usccFault(value)
                return fault === null ? Promise.resolve() : Promise.reject(new Error(text[fault]))
              },
            },
          ]}
          validateTrigger="onBlur"
        >
          <Input autoComplete="off" spellCheck={false} className="code" />
        </Form.Item>
        <Form.Item name="proof" label={text.proof}>
          <Radio.Group className="stacked">
            <Radio value="contact-code">{text['contact-code']}</Radio>
            <Radio value="officer">{text.officer}</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item noStyle dependencies={['proof']}>
          {({ getFieldValue }) =>
            getFieldValue('proof') === 'officer' ? (
              <Form.Item name="note" label={text.note}>
                <Input.TextArea rows={3} maxLength={500} />
              </Form.Item>
            ) : null
          }
        </Form.Item>
      </SendForm>
    </Part>
  )
}

const SendAgain = ({ id }: { readonly id: string }) => {
  const text = useWords(WORDS)
  const say = useSay()
  const sending = useMutation({
    mutationFn: () =>
      answerOf(client.POST('/api/v1/claims/{id}/code', { params: { path: { id } } })),
    onSuccess: () => say(text.sentAgain),
  })
  return (
    <>
      <Button loading={sending.isPending} onClick={() => sending.mutate()}>
        {text.again}
      </Button>
      {sending.error === null ? null : <ProblemNote error={sending.error} />}
    </>
  )
}

const ClaimRow = ({ claim }: { readonly claim: Claim }) => {
  const text = useWords(WORDS)
  const { enterprise, state, reason, createdAt, proof } = claim
  const waitsForCode = state === 'waiting' && proof === 'contact-code'
  return (
    <li>
      <div className="wide">
        <strong>
          <Given>{enterprise.name}</Given>
        </strong>{' '}
        <span className="soft">{enterprise.uscc}</span>{' '}
        <span className={`mark ${state === 'accepted' ? 'good' : 'warn'}`}>
          {text.state[state]}
        </span>
        <p className="soft">
          <Moment at={createdAt} /> · {text[proof]}
        </p>
        {reason === null ? null : (
          <p>
            <Given>{text.because(reason)}</Given>
          </p>
        )}
        {state === 'waiting' && proof === 'officer' ? <p>{text.officerLooks}</p> : null}
        {waitsForCode ? (
          <ClaimProof claim={claim}>
            <SendAgain id={claim.id} />
          </ClaimProof>
        ) : null}
      </div>
    </li>
  )
}

/** Claims of enterprises: a new one, and how the earlier ones stand. */
export const Component = () => {
  const text = useWords(WORDS)
  const claims = useQuery({
    queryKey: KEY,
    queryFn: () => answerOf(client.GET('/api/v1/claims')),
  })
  return (
    <Page title={text.title}>
      <Part title={text.own}>
        <Answer of={claims}>
          {({ entries }) =>
            entries.length === 0 ? (
              <Nothing>{text.none}</Nothing>
            ) : (
              <ul className="rows">
                {entries.map((claim) => (
                  <ClaimRow key={claim.id} claim={claim} />
                ))}
              </ul>
            )
          }
        </Answer>
      </Part>
      <NewClaim />
    </Page>
  )
}
