import type { components } from '@huiqi/client'
import { Checkbox, Form, Radio } from 'antd'
import { inBoth, useWords } from '../../frame/language.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ROLES, SCOPES } from '../../ui/member-words.ts'

const WORDS = inBoth({
  zh: {
    role: '身份',
    scopes: '可以做什么',
    owners: '负责人可以做所有事，没有期限。',
    until: '授权至（含当日）',
    untilHint: '外部顾问必须有期限；财务可以留空。',
  },
  en: {
    role: 'Role',
    scopes: 'May',
    owners: 'An owner may do everything, without an end.',
    until: 'Last day',
    untilHint: 'A consultant needs one; for finance it may stay empty.',
  },
})

type Grant = components['schemas']['MemberChange']

const ROLE_IDS: readonly Grant['role'][] = ['finance', 'consultant', 'owner']
const CHOSEN_SCOPES: readonly Grant['scopes'][number][] = ['read', 'state-facts', 'apply']

/** The fields that say what a member may do and until when. */
export const MemberRights = () => {
  const text = useWords(WORDS)
  const roles = useWords(ROLES)
  const scopes = useWords(SCOPES)
  return (
    <>
      <Form.Item name="role" label={text.role}>
        <Radio.Group options={ROLE_IDS.map((value) => ({ value, label: roles[value] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['role']}>
        {({ getFieldValue }) =>
          getFieldValue('role') === 'owner' ? (
            <p>{text.owners}</p>
          ) : (
            <>
              <Form.Item name="scopes" label={text.scopes}>
                <Checkbox.Group
                  options={CHOSEN_SCOPES.map((value) => ({
                    value,
                    label: scopes[value],
                    disabled: value === 'read',
                  }))}
                />
              </Form.Item>
              <Form.Item name="validUntil" label={text.until} extra={text.untilHint}>
                <DayField />
              </Form.Item>
            </>
          )
        }
      </Form.Item>
    </>
  )
}

/** The rights as they are sent: an owner has no end and everything. */
export const toGrant = (values: Grant): Grant =>
  values.role === 'owner' ? { ...values, validUntil: null } : values
