import { audit } from '../audit/audit.ts'
import type { Work } from '../platform/database/transaction.ts'
import { addHolder, addPost, countAdministrators, lockAdministrators } from './posts-repository.ts'

/** Makes the account the administrator of a service that has none. */
export const addFirstAdministrator = async (
  work: Work,
  account: string,
  today: string,
): Promise<void> => {
  await lockAdministrators(work)
  if ((await countAdministrators(work, { today, except: null })) > 0) return
  const post = await addPost(work, {
    agency: 'huiqi',
    district: null,
    duty: 'administrator',
    name: { zh: '系统管理员', en: 'Administrator' },
  })
  await addHolder(work, { post, account, kind: 'holder', since: today, until: null })
  await audit(work, { account, action: 'post.first-administrator', subject: post })
}
