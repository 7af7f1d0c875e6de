import type { components } from '@huiqi/client'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { Given } from '../../rules/given.tsx'
import { answerOf, client } from '../frame/api.ts'
import { inBoth, useLanguage, useWords } from '../frame/language.tsx'
import { pageQuery } from '../ui/after.ts'
import { Nothing } from '../ui/answer.tsx'
import { PagedList } from '../ui/more.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'

const WORDS = inBoth({
  zh: {
    title: '企业查询',
    lead: '您的岗位所及的企业。打开档案即留下查阅记录，企业看得到。',
    find: '企业名称，或统一社会信用代码的开头',
    none: '没有这样的企业。',
    name: '企业',
    uscc: '统一社会信用代码',
    district: '所在区',
    industry: '行业',
    csv: '下载 CSV',
  },
  en: {
    title: 'Enterprises',
    lead: 'The enterprises within reach of your posts. Opening a file is noted, and the enterprise sees the note.',
    find: 'Part of the name, or the beginning of the USCC',
    none: 'No such enterprise.',
    name: 'Enterprise',
    uscc: 'USCC',
    district: 'District',
    industry: 'Industry',
    csv: 'As CSV',
  },
})

type EnterpriseEntry = components['schemas']['EnterprisePage']['entries'][number]

const EnterpriseTable = ({ enterprises }: { readonly enterprises: readonly EnterpriseEntry[] }) => {
  const text = useWords(WORDS)
  const { language } = useLanguage()
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.uscc}</th>
          <th scope="col">{text.district}</th>
          <th scope="col">{text.industry}</th>
        </tr>
      </thead>
      <tbody>
        {enterprises.map(({ id, name, uscc, district, industry }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/office/enterprises/${id}`}>
                <Given>{name}</Given>
              </Link>
            </th>
            <td data-label={text.uscc} className="code">
              {uscc}
            </td>
            <td data-label={text.district}>{district?.name[language] ?? '—'}</td>
            <td data-label={text.industry}>{industry?.name[language] ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The enterprises that an officer reaches. */
export const Component = () => {
  const text = useWords(WORDS)
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed.trim())
  const filter = { by: 'posts' as const, ...(wanted === '' ? {} : { text: wanted }) }
  const csv = `/api/v1/enterprises?${new URLSearchParams({ ...filter, format: 'csv' })}`
  return (
    <Page
      title={text.title}
      lead={<p>{text.lead}</p>}
      actions={
        <a href={csv} download>
          {text.csv}
        </a>
      }
    >
      <div className="filters">
        <SearchField label={text.find} value={typed} onType={setTyped} />
      </div>
      <PagedList
        queryKey={['enterprises', filter]}
        ask={(after) =>
          answerOf(
            client.GET('/api/v1/enterprises', {
              params: { query: { ...pageQuery(after), ...filter } },
            }),
          )
        }
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(enterprises) => <EnterpriseTable enterprises={enterprises} />}
      </PagedList>
    </Page>
  )
}
