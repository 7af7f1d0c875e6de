import type { components } from '@huiqi/client'
import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { THING_KINDS } from '../../facts/thing-words.ts'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { LateSelect } from '../../ui/late-select.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'

const WORDS = inBoth({
  zh: { choose: '请选择；没有时先在“事项”里添加' },
  en: { choose: 'Choose one; add it under “Things” first if it is not there' },
})

/** The things of an enterprise. */
export const useThings = (enterprise: string) =>
  useQuery({
    queryKey: ['things', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/things', { params: { path: { enterprise } } }),
      ),
  })

/** The thing that a fact is about. */
export const ThingField = ({ kind }: { readonly kind: components['schemas']['ThingKind'] }) => {
  const text = useWords(WORDS)
  const kinds = useWords(THING_KINDS)
  const things = useThings(useEnterpriseId())
  const options = (things.data?.entries ?? [])
    .filter((thing) => thing.kind === kind)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form.Item name="thing" label={kinds[kind]} rules={[{ required: true, message: text.choose }]}>
      <LateSelect options={options} placeholder={text.choose} />
    </Form.Item>
  )
}
