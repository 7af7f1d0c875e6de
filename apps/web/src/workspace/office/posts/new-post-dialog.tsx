import type { components } from '@huiqi/client'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { answerOf, client } from '../../frame/api.ts'
import { useDistricts } from '../../frame/districts.ts'
import { useWords } from '../../frame/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LateSelect } from '../../ui/late-select.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { useAgencies } from './agencies.ts'
import { DUTIES, POST_WORDS } from './post-words.ts'

type NewPost = components['schemas']['NewPost']

const CITY = 'city'
const FIRST: NewPost = {
  duty: 'case-officer',
  agency: '',
  district: CITY,
  name: { zh: '', en: '' },
}

/** Makes a post. */
export const NewPostDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useWords(POST_WORDS)
  const duties = useWords(DUTIES)
  const queries = useQueryClient()
  const agencies = useAgencies()
  const districts = useDistricts()
  const required = [{ required: true, message: text.required }]
  return (
    <Dialog title={text.make} onClose={onClose}>
      <SendForm
        initial={FIRST}
        submit={text.make}
        send={(values) => {
          const district = values.district === CITY ? null : values.district
          return answerOf(client.POST('/api/v1/posts', { body: { ...values, district } }))
        }}
        onDone={() => {
          onClose()
          return queries.invalidateQueries({ queryKey: ['posts'] })
        }}
      >
        <Form.Item name={['name', 'zh']} label={text.nameZh} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={text.nameEn} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="duty" label={text.duty}>
          <LateSelect
            options={Object.entries(duties).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item
          name="agency"
          label={text.agency}
          rules={[{ required: true, message: text.choose }]}
        >
          <LateSelect showSearch={{ optionFilterProp: 'label' }} options={[...agencies]} />
        </Form.Item>
        <Form.Item name="district" label={text.district}>
          <LateSelect
            showSearch={{ optionFilterProp: 'label' }}
            options={[{ value: CITY, label: text.city }, ...districts]}
          />
        </Form.Item>
      </SendForm>
    </Dialog>
  )
}
