import type { components } from '@huiqi/client'
import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { answerOf, client } from '../../frame/api.ts'
import { useLanguage, useWords } from '../../frame/language.tsx'
import { useToday } from '../../frame/today.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { POST_WORDS } from './post-words.ts'

type Kind = 'holder' | 'deputy'

const NO_DAY: string | null = null
const FIRST_KIND = (): Kind => 'holder'

/** Gives somebody a post, for good or as a deputy for a time. */
export const AppointDialog = ({
  post,
  onClose,
}: {
  readonly post: components['schemas']['HeldPost']
  readonly onClose: () => void
}) => {
  const text = useWords(POST_WORDS)
  const { language } = useLanguage()
  const queries = useQueryClient()
  const today = useToday()
  const required = [{ required: true, message: text.required }]
  return (
    <Dialog title={text.appointTo(post.name[language])} onClose={onClose}>
      <SendForm
        initial={{ email: '', kind: FIRST_KIND(), since: today, until: NO_DAY }}
        submit={text.appoint}
        send={(body) =>
          answerOf(
            client.POST('/api/v1/posts/{post}/holders', {
              params: { path: { post: post.id } },
              body,
            }),
          )
        }
        onDone={() => {
          onClose()
          return queries.invalidateQueries({ queryKey: ['posts'] })
        }}
      >
        <Form.Item name="email" label={text.email} rules={required}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={text.kind}>
          <Radio.Group
            options={[
              { value: 'holder', label: text.holder },
              { value: 'deputy', label: text.deputy },
            ]}
          />
        </Form.Item>
        <Form.Item name="since" label={text.since} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="until" label={text.last} extra={text.lastHint}>
          <DayField />
        </Form.Item>
      </SendForm>
    </Dialog>
  )
}
