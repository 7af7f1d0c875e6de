import { useMutation } from '@tanstack/react-query'
import { Button, Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { ProblemError } from '../frame/api.ts'
import { type FieldPath, placeIssues } from './place-issues.ts'
import { ProblemNote } from './problem-note.tsx'

const fieldsOf = (form: FormInstance): readonly FieldPath[] =>
  Object.entries(form.getFieldsValue(true)).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((part) => [name, part])
      : [[name]],
  )

/**
 * A form whose values are sent as they are: the issues of a refusal stand beside their fields, the rest
 * above them.
 */
export const SendForm = <Values extends object, Made>({
  initial,
  at = [],
  send,
  onDone,
  submit,
  other,
  children,
}: {
  /** Names every field. */
  readonly initial: Values
  /** Where the values stand in the body that is sent. */
  readonly at?: FieldPath
  readonly send: (values: Values) => Promise<Made>
  readonly onDone: (made: Made) => unknown
  readonly submit: string
  readonly other?: ReactNode
  readonly children: ReactNode
}) => {
  const [form] = Form.useForm<Values>()
  const sending = useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      if (!(error instanceof ProblemError)) return
      const { fields } = placeIssues(error.problem.issues ?? [], fieldsOf(form), at)
      form.setFields(
        fields.map(({ name, errors }) => ({ name: [...name], errors: [...errors] })) as Parameters<
          typeof form.setFields
        >[0],
      )
    },
  })
  const issues =
    sending.error instanceof ProblemError ? (sending.error.problem.issues ?? []) : undefined
  const rest = issues === undefined ? undefined : placeIssues(issues, fieldsOf(form), at).rest
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      scrollToFirstError
      onFinish={(values) => sending.mutate({ ...initial, ...values })}
    >
      {sending.error === null ? null : (
        <ProblemNote error={sending.error} {...(rest === undefined ? {} : { issues: rest })} />
      )}
      {children}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {submit}
        </Button>
        {other}
      </div>
    </Form>
  )
}
