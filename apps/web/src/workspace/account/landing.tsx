import { Link, Navigate } from 'react-router'
import { Given } from '../../rules/given.tsx'
import { inBoth, useWords } from '../frame/language.tsx'
import { may, useMe } from '../frame/me.ts'
import { ROLES } from '../ui/member-words.ts'
import { Page } from '../ui/page.tsx'

const WORDS = inBoth({
  zh: {
    title: '您代表哪家企业？',
    first: '开始使用',
    none: '您的账号还没有关联企业。',
    claim: '认领企业',
    claimSay: '输入统一社会信用代码，用登记邮箱的验证码或经办人核验来证明。',
    invited: (count: number) => `您有 ${count} 份邀请待答复`,
    until: (day: string) => `至 ${day}`,
  },
  en: {
    title: 'Which enterprise do you act for?',
    first: 'To begin with',
    none: 'Your account does not act for an enterprise yet.',
    claim: 'Claim an enterprise',
    claimSay:
      'Give its USCC and prove it by a code to its registered contact, or let an officer look.',
    invited: (count: number) =>
      count === 1
        ? 'An invitation waits for your answer'
        : `${count} invitations wait for an answer`,
    until: (day: string) => `until ${day}`,
  },
})

const Begin = ({ invitations }: { readonly invitations: number }) => {
  const text = useWords(WORDS)
  return (
    <Page title={text.first} lead={<p>{text.none}</p>}>
      {invitations === 0 ? null : (
        <p className="notice good">
          <Link to="/invitations">{text.invited(invitations)}</Link>
        </p>
      )}
      <div className="sheet narrow">
        <p>{text.claimSay}</p>
        <p>
          <Link className="button" to="/claims">
            {text.claim}
          </Link>
        </p>
      </div>
    </Page>
  )
}

/** Where somebody arrives: at the one enterprise, a choice of several, the office, or a first step. */
export const Component = () => {
  const text = useWords(WORDS)
  const roles = useWords(ROLES)
  const me = useMe()
  const [first, second] = me.memberships
  if (first !== undefined && second === undefined) {
    return <Navigate to={`/e/${first.enterprise.id}`} replace />
  }
  if (first === undefined && me.posts.length > 0) {
    const isReader = me.rules.some(({ action, subject }) => {
      return action === 'read' && subject === 'enterprise'
    })
    if (isReader) return <Navigate to="/office/enterprises" replace />
    if (may(me, 'manage-posts', 'city')) return <Navigate to="/office/posts" replace />
  }
  if (first === undefined) return <Begin invitations={me.invitations} />
  return (
    <Page title={text.title}>
      <ul className="choices">
        {me.memberships.map(({ id, enterprise, role, validUntil }) => (
          <li key={id}>
            <Link to={`/e/${enterprise.id}`}>
              <strong>
                <Given>{enterprise.name}</Given>
              </strong>
              <span>{enterprise.uscc}</span>
              <span>
                {roles[role]}
                {validUntil === null ? '' : ` · ${text.until(validUntil)}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}
