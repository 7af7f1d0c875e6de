import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useDeferredValue, useState } from 'react'
import { FactInput, type Typed } from '../../facts/fact-input.tsx'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../../frame/language.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LateSelect } from '../../ui/late-select.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { useRefresh } from '../use-refresh.ts'
import { fenOf } from './award-amount.ts'

const WORDS = inBoth({
  zh: {
    title: '补记已享受的政策',
    lead: '只给一次、每年一次或不能同时享受的政策，要知道以前得过什么。',
    measure: '哪一项政策',
    find: '输入名称查找',
    grantedOn: '获得日期',
    amount: '金额（不清楚可不填）',
    unreadable: '请填写不小于 0、精确到分的金额',
    required: '请填写',
    send: '记下',
  },
  en: {
    title: 'Note a benefit received before',
    lead: 'Some benefits are given once, once a year, or not beside others: it matters what was received.',
    measure: 'Which measure',
    find: 'Type a part of its name',
    grantedOn: 'Granted on',
    amount: 'Amount (leave it out when it is not known)',
    unreadable: 'An amount of 0 or more, to the fen',
    required: 'Fill this in',
    send: 'Note it',
  },
})

const FOUND_AT_MOST = 20

/** The measure of an award, found by its name. For Ant Design's forms: `value` and `onChange` come from there. */
const MeasureField = (field: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (measure: string | null) => void
}) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['measures-by-name', wanted],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/measures', {
          params: { query: { limit: FOUND_AT_MOST, ...(wanted === '' ? {} : { text: wanted }) } },
        }),
      ),
  })
  return (
    <LateSelect
      {...field}
      placeholder={text.find}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={(found.data?.entries ?? []).map(({ id, name, instrument }) => ({
        value: id,
        label: `${name[language]} · ${instrument.name[language]}`,
      }))}
    />
  )
}

interface Said {
  readonly measure: string | null
  readonly grantedOn: string | null
  readonly amountFen: Typed
}

const NOTHING: Said = { measure: null, grantedOn: null, amountFen: null }

const checkAmount = (typed: Typed, complaint: string): Promise<void> =>
  fenOf(typed) === 'unreadable' ? Promise.reject(new Error(complaint)) : Promise.resolve()

/** Notes a benefit that the enterprise says it has received. */
export const DeclareAward = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const refresh = useRefresh(enterprise)
  const required = [{ required: true, message: text.required }]
  const send = ({ measure, grantedOn, amountFen: typed }: Said) => {
    const amount = fenOf(typed)
    const amountFen = amount === 'unreadable' ? null : amount
    return answerOf(
      client.POST('/api/v1/enterprises/{enterprise}/awards', {
        params: { path: { enterprise } },
        body: { measure: measure ?? '', grantedOn: grantedOn ?? '', amountFen },
      }),
    )
  }
  return (
    <Dialog title={text.title} onClose={onClose}>
      <p className="soft">{text.lead}</p>
      <SendForm
        initial={NOTHING}
        submit={text.send}
        send={send}
        onDone={() => {
          onClose()
          return refresh()
        }}
      >
        <Form.Item name="measure" label={text.measure} rules={required}>
          <MeasureField />
        </Form.Item>
        <Form.Item name="grantedOn" label={text.grantedOn} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="amountFen"
          label={text.amount}
          rules={[{ validator: (_, typed: Typed) => checkAmount(typed, text.unreadable) }]}
        >
          <FactInput type="money" codes={null} />
        </Form.Item>
      </SendForm>
    </Dialog>
  )
}
