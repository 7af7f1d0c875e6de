import type { Language } from '@huiqi/domain'
import { addressOf } from '../address.ts'
import type { MakePage } from '../page.ts'
import { MeasureRows } from '../parts/measure-rows.tsx'
import { SearchForm } from '../parts/search-form.tsx'
import type { Summary } from '../parts/summary-words.ts'

const WORDS = {
  zh: {
    title: '惠企',
    promise: '企业能享什么，\n一分钟看清',
    say: '上海支持中小企业的措施，逐条写明金额、期限和依据的条款。',
    about:
      '上海支持中小企业的政策措施：搜索、测算能享什么、申报期限，逐条写明金额、期限和依据的条款。',
    tries: '大家在找',
    terms: ['算力券', '研发费用', '首次升规', '贷款贴息', '稳岗'],
    doors: '从这里开始',
    door: [
      {
        who: '我是企业',
        href: '/check',
        what: '看看能享什么',
        say: '答几个问题，算出确定能拿的和可能能拿的。不用登录，填写的内容不离开您的设备。',
      },
      {
        who: '我帮企业办事',
        href: '/measures',
        what: '查政策措施',
        say: '服务专员、银行、服务机构：按部门、行业、金额查找，每条都能引到原文条款。',
      },
      {
        who: '我在政府部门',
        href: '/about',
        what: '看结论怎么得出',
        say: '一条措施只写一次，搜索、测算、审核、兑付都读同一份规则。',
      },
    ],
    closing: '快要截止',
    opening: '即将开放',
    automatic: '免申即享',
    automaticSay: '符合条件的，不用申报，由主管部门按已有数据兑现。',
    allAutomatic: '全部免申即享的措施',
    calendar: '完整的申报日历',
    check: '还不知道找什么？',
    checkSay: '先答几个问题。每个“不符合”都会告诉您差多少、看哪一条。',
    start: '开始测算',
  },
  en: {
    title: 'Huiqi',
    promise: 'What your enterprise can get,\nin a minute',
    say: 'The measures of Shanghai for small and medium-sized enterprises: how much, by when, and on which provision it rests.',
    about:
      'The measures of Shanghai for small and medium-sized enterprises: search, check what you can get, deadlines, each with amount and provision.',
    tries: 'Often looked for',
    terms: ['computing power', 'R&D', 'loan interest', 'guarantee', 'above size'],
    doors: 'Start here',
    door: [
      {
        who: 'I run an enterprise',
        href: '/check',
        what: 'See what we can get',
        say: 'Answer a few questions: what is sure and what is possible. No account, and your answers stay on your device.',
      },
      {
        who: 'I help enterprises',
        href: '/measures',
        what: 'Look up measures',
        say: 'Specialists, banks, providers: by agency, industry and amount, each with a link to its provision.',
      },
      {
        who: 'I work for an agency',
        href: '/about',
        what: 'See how a verdict comes about',
        say: 'A measure is written once; search, check, review and payment read the same rule.',
      },
    ],
    closing: 'Closing soon',
    opening: 'Opening soon',
    automatic: 'Automatic',
    automaticSay:
      'Nothing to file: those who qualify are paid from what the authorities already hold.',
    allAutomatic: 'All automatic measures',
    calendar: 'The whole calendar',
    check: 'Not sure what to look for?',
    checkSay: 'Answer a few questions first. Every no tells you how far off you are, and by what.',
    start: 'Start the check',
  },
} as const

type Text = (typeof WORDS)[Language]

const Hero = ({ language, text }: { readonly language: Language; readonly text: Text }) => (
  <section className="hero">
    <div className="wrap">
      <h1>{text.promise}</h1>
      <p className="lead">{text.say}</p>
      <SearchForm language={language} />
      <p className="tries">
        <span>{text.tries}</span>
        {text.terms.map((term) => (
          <a
            key={term}
            href={`${addressOf(language, '/measures')}?text=${encodeURIComponent(term)}`}
          >
            {term}
          </a>
        ))}
      </p>
    </div>
  </section>
)

const Doors = ({ language, text }: { readonly language: Language; readonly text: Text }) => (
  <section className="wrap">
    <h2 className="unseen">{text.doors}</h2>
    <ul className="doors">
      {text.door.map(({ who, href, what, say }) => (
        <li key={href}>
          <p className="door-who">{who}</p>
          <h3>
            <a href={addressOf(language, href)}>{what}</a>
          </h3>
          <p>{say}</p>
        </li>
      ))}
    </ul>
  </section>
)

interface ListProps {
  readonly title: string
  readonly say?: string
  readonly measures: readonly Summary[]
  readonly language: Language
  readonly today: string
  readonly more: { readonly href: string; readonly label: string }
}

const ListSection = ({ title, say, measures, language, today, more }: ListProps) =>
  measures.length === 0 ? null : (
    <section className="wrap section">
      <h2>{title}</h2>
      {say === undefined ? null : <p className="soft">{say}</p>}
      <MeasureRows measures={measures} language={language} today={today} level={3} />
      <p>
        <a className="more" href={addressOf(language, more.href)}>
          {more.label}
        </a>
      </p>
    </section>
  )

/** The first page. */
export const homePage: MakePage = async ({ language, client, today, publicUrl }) => {
  const text = WORDS[language]
  const listed = async (query: object): Promise<readonly Summary[]> => {
    const params = { query: { limit: 6, ...query } }
    const { data } = await client.GET('/api/v1/measures', { params })
    return data?.entries ?? []
  }
  const [closing, coming, automatic] = await Promise.all([
    listed({ status: ['closing'], order: 'deadline' }),
    listed({ status: ['coming'], order: 'deadline' }),
    listed({ delivery: ['automatic'], status: ['open', 'closing'], order: 'amount' }),
  ])
  const calendar = { href: '/calendar', label: text.calendar }
  const page = { language, today }
  return {
    status: 200,
    title: text.title,
    about: text.about,
    markup: {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: text.title,
      url: publicUrl,
      inLanguage: language === 'zh' ? 'zh-CN' : 'en',
      potentialAction: {
        '@type': 'SearchAction',
        target: `${publicUrl}${addressOf(language, '/measures')}?text={text}`,
        'query-input': 'required name=text',
      },
    },
    body: (
      <>
        <Hero language={language} text={text} />
        <Doors language={language} text={text} />
        <ListSection title={text.closing} measures={closing} more={calendar} {...page} />
        <ListSection
          title={text.automatic}
          say={text.automaticSay}
          measures={automatic}
          more={{ href: '/measures?delivery=automatic', label: text.allAutomatic }}
          {...page}
        />
        <ListSection title={text.opening} measures={coming} more={calendar} {...page} />
        <section className="invite">
          <div className="wrap">
            <h2>{text.check}</h2>
            <p>{text.checkSay}</p>
            <p>
              <a className="button" href={addressOf(language, '/check')}>
                {text.start}
              </a>
            </p>
          </div>
        </section>
      </>
    ),
  }
}
