import type { Language } from '@huiqi/domain'

interface Words {
  readonly title: string
  readonly body: string
}

/** The code that confirms a new account. */
export const signUpMail = (code: string, language: Language): Words =>
  language === 'zh'
    ? {
        title: '惠企：注册验证码',
        body: `您的注册验证码是 ${code}，15 分钟内有效。如非本人操作，请忽略此邮件。`,
      }
    : {
        title: 'Huiqi: your sign-up code',
        body: `Your sign-up code is ${code}. It holds for 15 minutes. If you did not ask for it, ignore this mail.`,
      }

/** To somebody who signs up although there is an account. */
export const alreadySignedUpMail = (language: Language): Words =>
  language === 'zh'
    ? {
        title: '惠企：您已有账号',
        body: '有人用此邮箱注册，但它已有账号。请直接登录；忘记密码可以重设。如非本人操作，请忽略此邮件。',
      }
    : {
        title: 'Huiqi: you have an account',
        body: 'Somebody signed up with this address, which has an account already. Sign in, or reset the password if you forgot it. If it was not you, ignore this mail.',
      }

/** The code that allows a new password. */
export const passwordResetMail = (code: string, language: Language): Words =>
  language === 'zh'
    ? {
        title: '惠企：重设密码验证码',
        body: `您的重设密码验证码是 ${code}，15 分钟内有效。如非本人操作，请忽略此邮件。`,
      }
    : {
        title: 'Huiqi: your code for a new password',
        body: `Your code for a new password is ${code}. It holds for 15 minutes. If you did not ask for it, ignore this mail.`,
      }

/** To an account whose password was changed. */
export const passwordChangedMail = (language: Language): Words =>
  language === 'zh'
    ? {
        title: '惠企：密码已更改',
        body: '您的账号密码已更改，其他设备均已退出登录。如非本人操作，请立即重设密码。',
      }
    : {
        title: 'Huiqi: your password was changed',
        body: 'The password of your account was changed and all other devices were signed out. If it was not you, reset the password at once.',
      }

/** To the registered contact of an enterprise that somebody claims; in both languages, for nobody knows who reads it. */
export const claimMail = (
  code: string,
  claim: { readonly enterprise: string; readonly name: string; readonly email: string },
): Words => ({
  title: '惠企：企业认领验证码 · Huiqi: code to claim your enterprise',
  body: [
    `${claim.name}（${claim.email}）申请在惠企代表“${claim.enterprise}”。同意的话，请把验证码 ${code} 告诉申请人，15 分钟内有效。不认识申请人，请不要透露。`,
    `${claim.name} (${claim.email}) asks to act for ${claim.enterprise} on Huiqi. If you agree, tell them the code ${code} within 15 minutes. If you do not know them, keep it to yourself.`,
  ].join('\n\n'),
})

/** To somebody whose claim an officer decided. */
export const claimDecidedMail = (
  claim: { readonly enterprise: string; readonly reason: string | null },
  language: Language,
): Words => {
  const { enterprise, reason } = claim
  if (language === 'zh') {
    const outcome = reason === null ? '已通过，您现在是该企业的负责人。' : `未通过：${reason}`
    return { title: '惠企：企业认领结果', body: `您认领“${enterprise}”的申请${outcome}` }
  }
  const outcome =
    reason === null ? 'was accepted: you are its owner now.' : `was refused: ${reason}`
  return { title: 'Huiqi: your claim', body: `Your claim of ${enterprise} ${outcome}` }
}

/** To somebody who is invited to act for an enterprise; in both languages, for there need not be an account. */
export const invitationMail = (
  invitation: { readonly enterprise: string; readonly by: string },
  publicUrl: string,
): Words => ({
  title: '惠企：成员邀请 · Huiqi: an invitation',
  body: [
    `${invitation.by} 邀请您在惠企为“${invitation.enterprise}”办事。请用此邮箱登录或注册后答复（14 天内有效）：${publicUrl}`,
    `${invitation.by} invites you to act for ${invitation.enterprise} on Huiqi. Sign in or sign up with this address to answer within 14 days: ${publicUrl}/en`,
  ].join('\n\n'),
})
