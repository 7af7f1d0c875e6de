import { Input, Radio, Space } from 'antd'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { useCodeList } from '../frame/vocabulary.ts'
import { DayField } from '../ui/day-field.tsx'
import { LateSelect } from '../ui/late-select.tsx'
import { type FactType, MONEY_UNITS, NEVER, splitMoney } from './typed-value.ts'

const WORDS = inBoth({
  zh: {
    yes: '是',
    no: '否',
    unit: '单位',
    never: '从未发生',
    day: '有日期',
    choose: '输入名称或代码查找',
    units: { 元: '元', 万元: '万元', 亿元: '亿元' },
  },
  en: {
    yes: 'Yes',
    no: 'No',
    unit: 'Unit',
    never: 'It never happened',
    day: 'On a day',
    choose: 'Type a name or a code',
    units: { 元: 'CNY', 万元: '10,000 CNY', 亿元: '100 million CNY' },
  },
})

/** What a field takes: a truth, or the text that the service reads; null while it is empty. */
export type Typed = string | boolean | null

interface FieldProps {
  readonly id?: string
  readonly value?: Typed
  readonly onChange?: (typed: Typed) => void
}

const textOf = (value: Typed | undefined): string => (typeof value === 'string' ? value : '')

const MoneyField = ({ id, value, onChange }: FieldProps) => {
  const text = useWords(WORDS)
  const typed = textOf(value)
  const { amount, unit } = splitMoney(typed)
  const change = (parts: { readonly amount: string; readonly unit: string }) =>
    onChange?.(parts.amount === '' && typed === '' ? null : parts.amount + parts.unit)
  return (
    <Space.Compact className="amount-field">
      <Input
        {...(id === undefined ? {} : { id })}
        value={amount}
        inputMode="decimal"
        autoComplete="off"
        onChange={({ currentTarget }) => change({ amount: currentTarget.value.trim(), unit })}
      />
      <select
        aria-label={text.unit}
        value={unit}
        onChange={({ currentTarget }) => change({ amount, unit: currentTarget.value })}
      >
        {MONEY_UNITS.map((known) => (
          <option key={known.unit} value={known.unit}>
            {text.units[known.unit]}
          </option>
        ))}
      </select>
    </Space.Compact>
  )
}

const RateField = ({ id, value, onChange }: FieldProps) => (
  <Input
    {...(id === undefined ? {} : { id })}
    className="amount-field"
    value={textOf(value).replace(/%$/, '')}
    inputMode="decimal"
    autoComplete="off"
    suffix="%"
    onChange={({ currentTarget }) => {
      const typed = currentTarget.value.trim()
      onChange?.(typed === '' ? null : `${typed}%`)
    }}
  />
)

const NumberField = ({ id, value, onChange, unit }: FieldProps & { readonly unit: string }) => (
  <Input
    {...(id === undefined ? {} : { id })}
    className="amount-field"
    value={textOf(value)}
    inputMode="decimal"
    autoComplete="off"
    suffix={unit}
    onChange={({ currentTarget }) => {
      const typed = currentTarget.value.trim()
      onChange?.(typed === '' ? null : typed)
    }}
  />
)

const DateField = ({ id, value, onChange }: FieldProps) => {
  const text = useWords(WORDS)
  const isNever = value === NEVER
  return (
    <div className="date-field">
      {isNever ? null : (
        <DayField
          {...(id === undefined ? {} : { id })}
          value={textOf(value)}
          onChange={(day) => onChange?.(day)}
        />
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={isNever}
          onChange={({ currentTarget }) => onChange?.(currentTarget.checked ? NEVER : null)}
        />
        {text.never}
      </label>
    </div>
  )
}

const TruthField = ({ id, value, onChange }: FieldProps) => {
  const text = useWords(WORDS)
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={({ target }) => onChange?.(target.value === true)}
      options={[
        { value: true, label: text.yes },
        { value: false, label: text.no },
      ]}
    />
  )
}

const CodeField = ({
  id,
  value,
  onChange,
  list,
}: FieldProps & { readonly list: string | null }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  const codes = useCodeList(list)?.codes ?? []
  return (
    <LateSelect
      {...(id === undefined ? {} : { id })}
      value={typeof value === 'string' ? value : null}
      onChange={(code) => onChange?.(code ?? null)}
      placeholder={text.choose}
      showSearch={{ optionFilterProp: 'label' }}
      options={codes.map(({ code, name }) => ({
        value: code,
        label: /\d/.test(code) ? `${name[language]} ${code}` : name[language],
      }))}
      className="code-field"
    />
  )
}

/** The field for a value of a type. For Ant Design's forms: `value` and `onChange` come from there. */
export const FactInput = ({
  type,
  codes,
  unit = '',
  ...field
}: FieldProps & {
  readonly type: FactType
  readonly codes: string | null
  readonly unit?: string
}) => {
  switch (type) {
    case 'money':
      return <MoneyField {...field} />
    case 'rate':
      return <RateField {...field} />
    case 'date':
      return <DateField {...field} />
    case 'boolean':
      return <TruthField {...field} />
    case 'code':
      return <CodeField {...field} list={codes} />
    default:
      return <NumberField {...field} unit={unit} />
  }
}
