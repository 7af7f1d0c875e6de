import type {
  AdministeredAccount,
  Claim,
  HeldPost,
  Invitation,
  Member,
  OfficeClaim,
  Session,
} from '@huiqi/contract'
import { column, wordColumn, yesColumn } from '../exports/plain-columns.ts'
import type { Column } from '../exports/write-csv.ts'

/** The columns of lists of sessions. */
export const SESSION_COLUMNS: readonly Column<Session>[] = [
  column('登录时间', 'opened at', ({ openedAt }) => openedAt),
  column('最近使用', 'last seen at', ({ lastSeenAt }) => lastSeenAt),
  column('地址', 'address', ({ address }) => address),
  column('浏览器', 'browser', ({ agent }) => agent),
  yesColumn('本次', 'this one', ({ isThisOne }) => isThisOne),
]

/** The columns of lists of one's own claims. */
export const CLAIM_COLUMNS: readonly Column<Claim>[] = [
  column('统一社会信用代码', 'uscc', ({ enterprise }) => enterprise.uscc),
  column('企业', 'enterprise', ({ enterprise }) => enterprise.name),
  column('证明方式', 'proof', ({ proof }) => proof),
  column('状态', 'state', ({ state }) => state),
  column('理由', 'reason', ({ reason }) => reason),
  column('提出', 'made at', ({ createdAt }) => createdAt),
]

/** The columns of lists of claims to decide. */
export const OFFICE_CLAIM_COLUMNS: readonly Column<OfficeClaim>[] = [
  column('统一社会信用代码', 'uscc', ({ enterprise }) => enterprise.uscc),
  column('企业', 'enterprise', ({ enterprise }) => enterprise.name),
  column('所在区', 'district', ({ enterprise }) => enterprise.district),
  column('认领人', 'claimant', ({ account }) => account.name),
  column('邮箱', 'email', ({ account }) => account.email),
  column('说明', 'note', ({ note }) => note),
  yesColumn('已有负责人', 'has an owner', ({ hasOwner }) => hasOwner),
  column('提出', 'made at', ({ createdAt }) => createdAt),
]

/** The columns of lists of members. */
export const MEMBER_COLUMNS: readonly Column<Member>[] = [
  column('姓名', 'name', ({ account }) => account.name),
  column('邮箱', 'email', ({ account }) => account.email),
  column('身份', 'role', ({ role }) => role),
  column('权限', 'scopes', ({ scopes }) => scopes.join(' ')),
  column('起', 'from', ({ validFrom }) => validFrom),
  column('止', 'until', ({ validUntil }) => validUntil),
  yesColumn('已到期', 'over', ({ isOver }) => isOver),
]

/** The columns of lists of invitations. */
export const INVITATION_COLUMNS: readonly Column<Invitation>[] = [
  column('企业', 'enterprise', ({ enterprise }) => enterprise.name),
  column('邮箱', 'email', ({ email }) => email),
  column('身份', 'role', ({ role }) => role),
  column('权限', 'scopes', ({ scopes }) => scopes.join(' ')),
  column('权限止', 'rights until', ({ validUntil }) => validUntil),
  column('邀请人', 'invited by', ({ invitedBy }) => invitedBy),
  column('邀请有效至', 'expires at', ({ expiresAt }) => expiresAt),
]

/** The columns of lists of posts. */
export const POST_COLUMNS: readonly Column<HeldPost>[] = [
  wordColumn('岗位', 'post', ({ name }) => name),
  column('单位', 'agency', ({ agency }) => agency),
  column('所在区', 'district', ({ district }) => district),
  column('职责', 'duty', ({ duty }) => duty),
  column('任职人', 'holders', ({ holders }) =>
    holders
      .map(
        ({ account, kind, since, until }) =>
          `${account.name} <${account.email}> ${kind} ${since}/${until ?? ''}`,
      )
      .join('\n'),
  ),
  column('编号', 'id', ({ id }) => id),
]

/** The columns of lists of accounts. */
export const ACCOUNT_COLUMNS: readonly Column<AdministeredAccount>[] = [
  column('姓名', 'name', ({ name }) => name),
  column('邮箱', 'email', ({ email }) => email),
  column('语言', 'language', ({ language }) => language),
  yesColumn('已停用', 'disabled', ({ isDisabled }) => isDisabled),
  column('开户', 'made at', ({ createdAt }) => createdAt),
  column('编号', 'id', ({ id }) => id),
]
