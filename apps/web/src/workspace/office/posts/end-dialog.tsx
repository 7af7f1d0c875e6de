import type { components } from '@huiqi/client'
import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { answerOf, client } from '../../frame/api.ts'
import { useWords } from '../../frame/language.tsx'
import { useToday } from '../../frame/today.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SendForm } from '../../ui/send-form.tsx'
import { POST_WORDS } from './post-words.ts'

/** Sets the last day of somebody on a post. */
export const EndDialog = ({
  post,
  holder,
  onClose,
}: {
  readonly post: string
  readonly holder: components['schemas']['PostHolder']
  readonly onClose: () => void
}) => {
  const text = useWords(POST_WORDS)
  const queries = useQueryClient()
  const today = useToday()
  return (
    <Dialog title={text.endOf(holder.account.name)} onClose={onClose}>
      <SendForm
        initial={{ until: today }}
        submit={text.end}
        send={(body) =>
          answerOf(
            client.PATCH('/api/v1/posts/{post}/holders/{id}', {
              params: { path: { post, id: holder.id } },
              body,
            }),
          )
        }
        onDone={() => {
          onClose()
          return queries.invalidateQueries({ queryKey: ['posts'] })
        }}
      >
        <Form.Item
          name="until"
          label={text.lastDay}
          rules={[{ required: true, message: text.required }]}
        >
          <DayField />
        </Form.Item>
      </SendForm>
    </Dialog>
  )
}
