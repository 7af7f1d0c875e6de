import type { components } from '@huiqi/client'
import { useState } from 'react'
import { NavLink, useSearchParams } from 'react-router'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { pageQuery } from '../../ui/after.ts'
import { Nothing } from '../../ui/answer.tsx'
import { DayText } from '../../ui/figures.tsx'
import { PagedList } from '../../ui/more.tsx'
import { Page } from '../../ui/page.tsx'
import { FenRange } from '../../verdicts/fen-range.tsx'
import { VerdictList } from '../../verdicts/verdict-list.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { NearMisses } from './near-misses.tsx'

const WORDS = inBoth({
  zh: {
    title: '能享什么',
    worth: '符合的措施，按合法组合合计',
    on: '截至',
    csv: '下载 CSV',
    piles: '按结论查看',
    none: '这一类里没有措施。',
    met: '符合',
    open: '待定',
    unmet: '不符合',
    held: '已具备的称号',
    services: '服务',
    'without-text': '未见原文',
    'without-thing': '缺对应事项',
    'not-in-force': '不在有效期',
    say: {
      met: '条件都符合，按金额和期限排列。',
      open: '还差信息，或须人工核定；写明缺什么。',
      unmet: '至少一个条件不符合；写明哪一条、差多少。',
      held: '称号已经具备，不必再申请。',
      services: '没有门槛的服务，可以直接联系。',
      'without-text': '未查到可执行的条件原文，不作判断。',
      'without-thing': '措施针对某个项目、合同等，档案里还没有这样的事项。',
      'not-in-force': '今天不在施行期内。',
    },
  },
  en: {
    title: 'What we can get',
    worth: 'Everything met, in the best legal combination',
    on: 'On',
    csv: 'As CSV',
    piles: 'By verdict',
    none: 'No measure is of this kind.',
    met: 'Met',
    open: 'Open',
    unmet: 'Not met',
    held: 'Titles held',
    services: 'Services',
    'without-text': 'Text not found',
    'without-thing': 'No such thing yet',
    'not-in-force': 'Not in force',
    say: {
      met: 'Every condition is met; ordered by amount and deadline.',
      open: 'Something is not known yet, or somebody has to look; it says what.',
      unmet: 'At least one condition is not met; it says which and by how much.',
      held: 'The title is held already.',
      services: 'Services without conditions; simply get in touch.',
      'without-text': 'The text of the conditions was not found, so there is no verdict.',
      'without-thing':
        'The measure is about a project, a contract … and the file has no such thing yet.',
      'not-in-force': 'Not in force today.',
    },
  },
})

type VerdictPage = components['schemas']['VerdictPage']
type Pile = keyof VerdictPage['counts']

const PILES: readonly Pile[] = [
  'met',
  'open',
  'unmet',
  'held',
  'services',
  'without-thing',
  'without-text',
  'not-in-force',
]

const asPile = (text: string | null): Pile => PILES.find((pile) => pile === text) ?? 'met'

const PileLinks = ({
  chosen,
  counts,
}: {
  readonly chosen: Pile
  readonly counts: VerdictPage['counts'] | null
}) => {
  const text = useWords(WORDS)
  return (
    <nav aria-label={text.piles}>
      <ul className="tabs">
        {PILES.map((pile) => (
          <li key={pile}>
            <NavLink
              to={`?pile=${pile}`}
              className={pile === chosen ? 'chosen' : ''}
              aria-current={pile === chosen ? 'page' : undefined}
            >
              {text[pile]} <span className="number">{counts?.[pile] ?? ''}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Every measure by its verdict, with the reasons. */
export const Component = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const [search] = useSearchParams()
  const pile = asPile(search.get('pile'))
  const [found, setFound] = useState<VerdictPage | null>(null)
  const ask = async (after: string | undefined) => {
    const page = await answerOf(
      client.GET('/api/v1/enterprises/{enterprise}/verdicts', {
        params: {
          path: { enterprise },
          query: { ...pageQuery(after), pile, reasons: 'true' },
        },
      }),
    )
    setFound(page)
    return page
  }
  const csv = `/api/v1/enterprises/${enterprise}/verdicts?pile=${pile}&reasons=true&format=csv`
  return (
    <Page
      title={text.title}
      lead={
        found === null ? undefined : (
          <p>
            {text.worth}{' '}
            <strong>
              <FenRange range={found.worth} inYuan />
            </strong>{' '}
            · {text.on} <DayText day={found.day} />
          </p>
        )
      }
      actions={
        <a href={csv} download>
          {text.csv}
        </a>
      }
    >
      <PileLinks chosen={pile} counts={found?.counts ?? null} />
      <p className="note">{text.say[pile]}</p>
      {pile === 'unmet' ? <NearMisses /> : null}
      <PagedList
        queryKey={['verdicts', enterprise, pile]}
        ask={ask}
        empty={<Nothing>{text.none}</Nothing>}
      >
        {(verdicts) => <VerdictList verdicts={verdicts} enterprise={enterprise} />}
      </PagedList>
    </Page>
  )
}
