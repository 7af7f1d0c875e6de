import type { components } from '@huiqi/client'
import { useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Given } from '../../rules/given.tsx'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useWords } from '../frame/language.tsx'
import { pageQuery } from '../ui/after.ts'
import { Nothing } from '../ui/answer.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { Moment } from '../ui/figures.tsx'
import { PagedList } from '../ui/more.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'

const WORDS = inBoth({
  zh: {
    title: '账号',
    find: '按姓名或邮箱查找',
    none: '没有这样的账号。',
    closed: '已停用',
    since: '注册于',
    close: '停用',
    closeOf: (name: string) => `停用 ${name} 的账号？其所有设备会立即退出。`,
    open: '恢复',
    openOf: (name: string) => `恢复 ${name} 的账号？`,
  },
  en: {
    title: 'Accounts',
    find: 'Find by name or address',
    none: 'No such account.',
    closed: 'closed',
    since: 'since',
    close: 'Close',
    closeOf: (name: string) => `Close the account of ${name}? All its devices are signed out.`,
    open: 'Open again',
    openOf: (name: string) => `Open the account of ${name} again?`,
  },
})

type Account = components['schemas']['AdministeredAccount']

const AccountRow = ({ account }: { readonly account: Account }) => {
  const text = useWords(WORDS)
  const queries = useQueryClient()
  const { id, name, email, isDisabled, createdAt } = account
  return (
    <li>
      <div className="wide">
        <strong>
          <Given>{name}</Given>
        </strong>{' '}
        {isDisabled ? <span className="mark warn">{text.closed}</span> : null}
        <p className="soft">
          {email} · {text.since} <Moment at={createdAt} />
        </p>
      </div>
      <ConfirmButton
        label={isDisabled ? text.open : text.close}
        question={isDisabled ? text.openOf(name) : text.closeOf(name)}
        kind={isDisabled ? 'plain' : 'danger'}
        act={() =>
          answerOf(
            client.PATCH('/api/v1/accounts/{id}', {
              params: { path: { id } },
              body: { isDisabled: !isDisabled },
            }),
          )
        }
        onDone={() => queries.invalidateQueries({ queryKey: ['accounts'] })}
      />
    </li>
  )
}

/** All accounts of the service, for administrators. */
export const Component = () => {
  const text = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed.trim())
  return (
    <Page title={text.title}>
      <div className="filters">
        <SearchField label={text.find} value={typed} onType={setTyped} />
      </div>
      <PagedList
        queryKey={['accounts', wanted]}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/accounts', {
              params: {
                query: { ...pageQuery(after), ...(wanted === '' ? {} : { text: wanted }) },
              },
            }),
          )
        }
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(accounts) => (
          <ul className="rows">
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  )
}
