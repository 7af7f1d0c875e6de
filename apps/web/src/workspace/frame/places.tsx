import { useId, useState } from 'react'
import { NavLink, useLocation, useNavigate } from 'react-router'
import { Given } from '../../rules/given.tsx'
import { inBoth, useLanguage, useWords } from './language.tsx'
import { LightingChoice } from './masthead.tsx'
import { type Me, may } from './me.ts'

const WORDS = inBoth({
  zh: {
    places: '工作台导航',
    open: '导航',
    enterprise: '企业',
    choose: '选择企业',
    home: '首页',
    verdicts: '能享什么',
    ladders: '成长阶梯',
    file: '企业档案',
    saved: '收藏与关注',
    messages: '消息',
    members: '成员与授权',
    looks: '查阅记录',
    office: '政务',
    enterprises: '企业查询',
    claims: '认领审核',
    imports: '数据导入',
    posts: '岗位与人员',
    accounts: '账号',
    audit: '操作记录',
    own: '我的',
    claim: '认领企业',
    invitations: '收到的邀请',
    account: '账号设置',
    window: '公开窗口',
  },
  en: {
    places: 'Workspace',
    open: 'Places',
    enterprise: 'Enterprise',
    choose: 'Choose the enterprise',
    home: 'Home',
    verdicts: 'What we can get',
    ladders: 'Ladders',
    file: 'Enterprise file',
    saved: 'Saved and followed',
    messages: 'Messages',
    members: 'Members',
    looks: 'Who looked',
    office: 'Office',
    enterprises: 'Enterprises',
    claims: 'Claims to decide',
    imports: 'Imports',
    posts: 'Posts and holders',
    accounts: 'Accounts',
    audit: 'Audit',
    own: 'Mine',
    claim: 'Claim an enterprise',
    invitations: 'Invitations',
    account: 'Account',
    window: 'Public window',
  },
})

interface Place {
  readonly to: string
  readonly label: string
  readonly count?: number
}

const Group = ({
  title,
  places,
}: {
  readonly title: string
  readonly places: readonly Place[]
}) => {
  const id = useId()
  if (places.length === 0) return null
  return (
    <div className="places-group">
      <p id={id} className="places-title">
        <Given>{title}</Given>
      </p>
      <ul aria-labelledby={id}>
        {places.map(({ to, label, count = 0 }) => (
          <li key={to}>
            <NavLink to={to} end>
              {label}
              {count === 0 ? null : <span className="count">{count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Words = ReturnType<typeof useWords<(typeof WORDS)['zh']>>

const officePlaces = (me: Me, text: Words): readonly Place[] => [
  ...(me.rules.some(({ action, subject, reason }) => {
    return action === 'read' && subject === 'enterprise' && reason === 'post'
  })
    ? [{ to: '/office/enterprises', label: text.enterprises }]
    : []),
  ...(may(me, 'read-claims', 'place') ? [{ to: '/office/claims', label: text.claims }] : []),
  ...(may(me, 'import', 'place') ? [{ to: '/office/imports', label: text.imports }] : []),
  ...(may(me, 'manage-posts', 'city') ? [{ to: '/office/posts', label: text.posts }] : []),
  ...(may(me, 'manage-accounts', 'city') ? [{ to: '/office/accounts', label: text.accounts }] : []),
  ...(may(me, 'read-audit', 'city') ? [{ to: '/office/audit', label: text.audit }] : []),
]

const enterprisePlaces = (enterprise: string, text: Words, isOwner: boolean): readonly Place[] => {
  const at = `/e/${enterprise}`
  return [
    { to: at, label: text.home },
    { to: `${at}/verdicts`, label: text.verdicts },
    { to: `${at}/ladders`, label: text.ladders },
    { to: `${at}/file`, label: text.file },
    { to: `${at}/saved`, label: text.saved },
    { to: `${at}/messages`, label: text.messages },
    { to: `${at}/members`, label: text.members },
    ...(isOwner ? [{ to: `${at}/looks`, label: text.looks }] : []),
  ]
}

const EnterpriseChoice = ({ me, chosen }: { readonly me: Me; readonly chosen: string | null }) => {
  const text = useWords(WORDS)
  const navigate = useNavigate()
  if (me.memberships.length < 2) return null
  return (
    <label className="enterprise-choice">
      <span>{text.choose}</span>
      <select
        value={chosen ?? ''}
        onChange={({ currentTarget }) => navigate(`/e/${currentTarget.value}`)}
      >
        {chosen === null ? <option value="">—</option> : null}
        {me.memberships.map(({ enterprise }) => (
          <option key={enterprise.id} value={enterprise.id}>
            {enterprise.name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Where somebody can go: the pages of the chosen enterprise, of their posts and of their account. */
export const Places = ({
  me,
  enterprise,
}: {
  readonly me: Me
  readonly enterprise: string | null
}) => {
  const text = useWords(WORDS)
  const { pathname } = useLocation()
  const { language } = useLanguage()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const id = useId()
  const isOpen = openAt === pathname
  const member =
    me.memberships.find((membership) => membership.enterprise.id === enterprise) ??
    me.memberships[0]
  const own = [
    { to: '/claims', label: text.claim },
    { to: '/invitations', label: text.invitations, count: me.invitations },
    { to: '/account', label: text.account },
  ]
  return (
    <nav className="places" aria-label={text.places}>
      <button
        type="button"
        className="places-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenAt(isOpen ? null : pathname)}
      >
        {text.open}
      </button>
      <div id={id} className={isOpen ? 'places-list open' : 'places-list'}>
        <EnterpriseChoice me={me} chosen={member?.enterprise.id ?? null} />
        {member === undefined ? null : (
          <Group
            title={member.enterprise.name}
            places={enterprisePlaces(member.enterprise.id, text, member.role === 'owner')}
          />
        )}
        <Group title={text.office} places={officePlaces(me, text)} />
        <Group title={text.own} places={own} />
        <div className="places-more">
          <a href={language === 'en' ? '/en' : '/'}>{text.window}</a>
          <LightingChoice />
        </div>
      </div>
    </nav>
  )
}
