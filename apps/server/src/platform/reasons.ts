import type { Language } from '@huiqi/domain'

/** Why something is in conflict or not allowed, in words; by the codes that the errors carry. */
const REASONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    'cross-site': '请求来自其他网站',
    'last-owner': '这是最后一位负责人；请先指定另一位',
    'last-administrator': '这是最后一位管理员；请先任命另一位',
    'owner-exists': '该企业已有负责人；请由负责人邀请，或申请人工核验',
    'no-contact': '该企业没有登记联系邮箱；请申请人工核验',
    'already-member': '已是该企业成员',
    'already-claimed': '已有一份待处理的认领申请',
    'already-invited': '已有一份待答复的邀请',
    'claim-decided': '这份认领申请已经处理',
    'own-claim': '不能审核自己的认领申请',
    'invitation-over': '邀请已失效',
    'consultant-needs-end': '外部顾问必须有截止日期',
    'day-in-the-past': '截止日期已过',
    'owner-has-no-end': '负责人没有截止日期',
    'members-scope-is-owners': '只有负责人可以管理成员',
    'deputy-needs-end': '代理必须有截止日期',
    'end-before-start': '截止日期早于开始日期',
    'post-is-held': '这段时间内该岗位已有人任职',
    'post-was-held': '曾有人任职的岗位不能删除',
    'account-disabled': '账号已停用',
    'email-unverified': '城市账号没有经过验证的邮箱',
    'unknown-agency': '没有这个部门',
    'unknown-district': '没有这个区',
    'unknown-account': '没有用这个邮箱注册的账号',
    'weak-password': '密码过于简单：请换一个不易猜到的',
    'idempotency-key-malformed': 'Idempotency-Key 须为 1 至 200 个可见的 ASCII 字符',
    'idempotency-key': 'Idempotency-Key 只能是 1 到 200 个可见的 ASCII 字符',
    'unstorable-text': '含有无法保存的字符',
    'idempotency-key-reused': '同一个 Idempotency-Key 用在了不同的请求上',
    'idempotency-in-progress': '同一个请求正在处理，请稍后再试',
    'idempotency-outcome-unknown':
      '上一次同样的请求中断了；请先查看结果，再用新的 Idempotency-Key 重试',
    'statement-of-others': '这不是本企业自己填报的内容',
    'statement-superseded': '之后已有新的填报，不能撤回这一条',
    'there-are-things': '已登记有这类事项；请先删除',
    'draft-over': '这份草稿已经处理',
    'thing-unknown': '没有这个事项',
    'thing-of-other-kind': '这项指标不属于这类事项',
    'day-to-come': '日期还没有到',
    'draft-of-other': '文件是另一家企业的',
    'import-not-checked': '这个批次不能确认导入',
    'members-only': '只有企业成员可以这样做',
    'import-over': '这个批次已经结束',
    'import-not-failed': '只有失败的批次可以重试',
    'import-no-file': '请选择一个文件',
    'import-format': '只接受 CSV、Excel（.xlsx）或 Parquet 文件',
    'state-facts': '没有填报的权限',
    import: '没有导入的权限',
  },
  en: {
    'cross-site': 'The request comes from another site',
    'last-owner': 'This is the last owner; name another one first',
    'last-administrator': 'This is the last administrator; appoint another one first',
    'owner-exists':
      'The enterprise has an owner here: ask for an invitation, or let an officer look',
    'no-contact': 'No mail address is registered for the enterprise; let an officer look',
    'already-member': 'Already a member of the enterprise',
    'already-claimed': 'A claim is waiting already',
    'already-invited': 'An invitation is waiting already',
    'claim-decided': 'The claim has been decided',
    'own-claim': 'Nobody decides the own claim',
    'invitation-over': 'The invitation is no longer valid',
    'consultant-needs-end': 'A consultant needs a last day',
    'day-in-the-past': 'The last day is past',
    'owner-has-no-end': 'An owner has no last day',
    'members-scope-is-owners': 'Only owners choose the members',
    'deputy-needs-end': 'A deputy needs a last day',
    'end-before-start': 'The last day is before the first',
    'post-is-held': 'Somebody holds the post in that time',
    'post-was-held': 'A post that somebody held stays',
    'account-disabled': 'The account is disabled',
    'email-unverified': 'The provider has not verified the mail address',
    'unknown-agency': 'No such agency',
    'unknown-district': 'No such district',
    'unknown-account': 'Nobody has an account with this address',
    'weak-password': 'The password is too easy to guess',
    'idempotency-key-malformed': 'An Idempotency-Key has 1 to 200 visible ASCII characters',
    'idempotency-key': 'An Idempotency-Key is 1 to 200 visible ASCII characters',
    'unstorable-text': 'Holds characters that cannot be kept',
    'idempotency-key-reused': 'The Idempotency-Key was used for another request',
    'idempotency-in-progress': 'The same request is running; try again later',
    'idempotency-outcome-unknown':
      'The same request was cut off before; see what came of it, then use a new Idempotency-Key',
    'statement-of-others': 'This was not stated by the enterprise itself',
    'statement-superseded': 'Something newer has been stated; this can no longer be taken back',
    'there-are-things': 'There are things of this kind; remove them first',
    'draft-over': 'The draft is over',
    'thing-unknown': 'There is no such thing',
    'thing-of-other-kind': 'The fact is not about things of this kind',
    'day-to-come': 'The day is yet to come',
    'draft-of-other': 'The file is about another enterprise',
    'import-not-checked': 'The batch cannot be confirmed',
    'members-only': 'Only members of the enterprise can do that',
    'import-over': 'The batch is over',
    'import-not-failed': 'Only a failed batch can be tried again',
    'import-no-file': 'Choose a file',
    'import-format': 'Only CSV, Excel (.xlsx) or Parquet files',
    'state-facts': 'No right to state facts',
    import: 'No right to import',
  },
}

/** The words for a reason; the code itself while it has none. */
export const reasonIn = (reason: string, language: Language): string =>
  REASONS[language][reason] ?? reason

/** Whether the code of an issue has words here rather than among those of the policies. */
export const hasReason = (code: string): boolean => Object.hasOwn(REASONS.zh, code)

/** How often a code may still be tried. */
export const attemptsLeftIn = (count: number, language: Language): string => {
  if (language === 'zh') return count > 0 ? `还可以再试 ${count} 次` : '请重新获取验证码'
  return count > 0 ? `${count} attempts left` : 'Ask for a new code'
}
