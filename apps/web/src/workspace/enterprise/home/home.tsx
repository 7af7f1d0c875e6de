import type { components } from '@huiqi/client'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { answerOf, client } from '../../frame/api.ts'
import { inBoth, useWords } from '../../frame/language.tsx'
import { mayAsMember, useMe } from '../../frame/me.ts'
import { Answer, Nothing } from '../../ui/answer.tsx'
import { DayText } from '../../ui/figures.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { FenRange } from '../../verdicts/fen-range.tsx'
import { VerdictList } from '../../verdicts/verdict-list.tsx'
import { useEnterpriseId } from '../use-enterprise-id.ts'
import { Changes } from './changes.tsx'
import { Deadlines } from './deadlines.tsx'
import { Ladders } from './ladders.tsx'
import { Questions } from './questions.tsx'
import { SavedShort } from './saved-short.tsx'

const WORDS = inBoth({
  zh: {
    title: '首页',
    print: '打印',
    now: '现在可享',
    ofThat: '其中免申即享',
    note: '按合法组合计算：不能同享的只取较优的一种。以档案中的数据为准，最终以主管部门审定为准。',
    on: '截至',
    automatic: '免申即享：不用申请',
    noAutomatic: '目前没有可直接兑现的。',
    apply: '现在可以申报',
    noApply: '目前没有可申报的。',
    all: '查看全部结论',
    counts: (met: number, open: number, unmet: number) =>
      `符合 ${met} 项，待定 ${open} 项，不符合 ${unmet} 项`,
    unread: (count: number) => `${count} 条未读消息`,
  },
  en: {
    title: 'Home',
    print: 'Print',
    now: 'What you can have now',
    ofThat: 'of that without an application',
    note: 'The best legal combination: of measures that exclude each other the better counts. It rests on what the file holds; the agencies decide.',
    on: 'On',
    automatic: 'Automatic: no application needed',
    noAutomatic: 'Nothing comes by itself at the moment.',
    apply: 'Open to apply for now',
    noApply: 'Nothing to apply for at the moment.',
    all: 'All verdicts',
    counts: (met: number, open: number, unmet: number) =>
      `${met} met, ${open} open, ${unmet} not met`,
    unread: (count: number) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  },
})

type Home = components['schemas']['Home']

const Worth = ({ home }: { readonly home: Home }) => {
  const text = useWords(WORDS)
  const at = `/e/${home.enterprise.id}`
  const { met, open, unmet } = home.counts
  return (
    <section className="worth sheet" aria-labelledby="worth">
      <div>
        <h2 id="worth">{text.now}</h2>
        <p className="total">
          <FenRange range={home.worth} inYuan />
        </p>
        <p>
          {text.ofThat}{' '}
          <strong>
            <FenRange range={home.automatic.worth} inYuan />
          </strong>
        </p>
        <p className="soft">
          {text.on} <DayText day={home.day} /> · {text.note}
        </p>
      </div>
      <p className="worth-links">
        <Link to={`${at}/verdicts`}>{text.counts(met, open, unmet)}</Link>
        {home.unread === 0 ? null : <Link to={`${at}/messages`}>{text.unread(home.unread)}</Link>}
      </p>
    </section>
  )
}

const Piles = ({ home }: { readonly home: Home }) => {
  const text = useWords(WORDS)
  const { id } = home.enterprise
  return (
    <>
      <Part title={text.automatic}>
        {home.automatic.entries.length === 0 ? (
          <Nothing>{text.noAutomatic}</Nothing>
        ) : (
          <VerdictList verdicts={home.automatic.entries} enterprise={id} />
        )}
      </Part>
      <Part title={text.apply} actions={<Link to={`/e/${id}/verdicts`}>{text.all}</Link>}>
        {home.apply.entries.length === 0 ? (
          <Nothing>{text.noApply}</Nothing>
        ) : (
          <VerdictList verdicts={home.apply.entries} enterprise={id} />
        )}
      </Part>
    </>
  )
}

/** What the enterprise can have now, by when, and what one more answer would decide. */
export const Component = () => {
  const text = useWords(WORDS)
  const enterprise = useEnterpriseId()
  const mayState = mayAsMember(useMe(), 'state-facts', enterprise)
  const home = useQuery({
    queryKey: ['home', enterprise],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/enterprises/{enterprise}/home', { params: { path: { enterprise } } }),
      ),
  })
  return (
    <Page
      title={home.data?.enterprise.name ?? text.title}
      actions={<Button onClick={() => window.print()}>{text.print}</Button>}
    >
      <Answer of={home}>
        {(found) => (
          <>
            <Worth home={found} />
            <Changes changes={found.changes} enterprise={enterprise} />
            <Piles home={found} />
            <Deadlines deadlines={found.deadlines} titles={found.titles} enterprise={enterprise} />
            <Questions questions={found.questions} enterprise={enterprise} mayState={mayState} />
            <Ladders ladders={found.ladders} enterprise={enterprise} />
            <SavedShort enterprise={enterprise} />
          </>
        )}
      </Answer>
    </Page>
  )
}
