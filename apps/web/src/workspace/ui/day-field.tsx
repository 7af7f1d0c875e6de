import { CalendarOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { useRef } from 'react'
import { inBoth, useWords } from '../frame/language.tsx'

const WORDS = inBoth({
  zh: { form: '年-月-日', pick: '选日期' },
  en: { form: 'YYYY-MM-DD', pick: 'Pick a day' },
})

/** A day that is typed as `YYYY-MM-DD` or picked. For Ant Design's forms: `value` and `onChange` come from there. */
export const DayField = ({
  id,
  value = null,
  onChange = () => undefined,
}: {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
}) => {
  const text = useWords(WORDS)
  const picker = useRef<HTMLInputElement>(null)
  const change = (day: string) => onChange(day === '' ? null : day)
  return (
    <Space.Compact className="day-field">
      <Input
        {...(id === undefined ? {} : { id })}
        value={value ?? ''}
        placeholder={text.form}
        inputMode="numeric"
        maxLength={10}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      <Button
        icon={<CalendarOutlined />}
        aria-label={text.pick}
        onClick={() => picker.current?.showPicker()}
      />
      <input
        ref={picker}
        type="date"
        className="native-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </Space.Compact>
  )
}
