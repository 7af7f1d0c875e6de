import type { components } from '@huiqi/client'
import type { Language } from '@huiqi/domain'
import { provisionNumber, words } from '@huiqi/wording'
import { Given } from '../../rules/given.tsx'
import { addressOf, instrumentPath, measurePath } from '../address.ts'
import type { MakePage } from '../page.ts'

type Summary = components['schemas']['InstrumentSummary']
type Detail = components['schemas']['InstrumentDetail']

const WORDS = {
  zh: {
    title: '政策文件',
    about: '本站收录的政策文件：国家和上海市，逐条列出由此而来的措施。',
    say: '每项措施都出自一份文件的一个条款。这里列出全部文件，点进去逐条对照。',
    measures: (count: number) => `${count} 项措施`,
    noNumber: '文号未见',
    noDay: '印发日期未见',
    issued: (day: string) => `${day} 印发`,
    issuers: '发文机关',
    source: '我们读到的文本',
    grade: '可靠程度',
    provisions: '条款',
    none: '没有单列的措施',
  },
  en: {
    title: 'Policy documents',
    about:
      'The documents behind the measures, of the state and of Shanghai, provision by provision.',
    say: 'Each measure stands in a provision of a document. These are all of them.',
    measures: (count: number) => `${count} ${count === 1 ? 'measure' : 'measures'}`,
    noNumber: 'number not found',
    noDay: 'day of issue not found',
    issued: (day: string) => `issued ${day}`,
    issuers: 'Issued by',
    source: 'The text we read',
    grade: 'How well it is known',
    provisions: 'Provisions',
    none: 'no measure of its own',
  },
} as const

const Meta = ({
  language,
  of: { number, issuedOn },
}: {
  readonly language: Language
  readonly of: Summary
}) => {
  const text = WORDS[language]
  const issued = issuedOn === null ? text.noDay : text.issued(issuedOn)
  return (
    <>
      <Given>{number ?? text.noNumber}</Given> · {issued}
    </>
  )
}

const issuersOf = (language: Language, { issuers }: Summary): string =>
  words[language].punctuation.list(issuers.map(({ name }) => name[language]))

/** All documents. */
export const instrumentsPage: MakePage = async ({ language, client }) => {
  const text = WORDS[language]
  const { data } = await client.GET('/api/v1/instruments')
  return {
    status: 200,
    title: text.title,
    about: text.about,
    body: (
      <div className="wrap page">
        <h1>{text.title}</h1>
        <p className="lead">{text.say}</p>
        <ol className="rows">
          {(data?.entries ?? []).map((instrument) => (
            <li className="row" key={instrument.id}>
              <div>
                <h2 className="row-name">
                  <a href={addressOf(language, instrumentPath(instrument.id))}>
                    {instrument.name[language]}
                  </a>
                </h2>
                <p className="soft">
                  <Meta language={language} of={instrument} />
                </p>
                <p className="row-meta">
                  <span>{issuersOf(language, instrument)}</span>
                </p>
              </div>
              <p className="row-amount">{text.measures(instrument.measures)}</p>
            </li>
          ))}
        </ol>
      </div>
    ),
  }
}

const Provision = ({
  provision: { id, title, measures },
  language,
}: {
  readonly provision: Detail['provisions'][number]
  readonly language: Language
}) => {
  const number = provisionNumber(id, language)
  const name = title?.[language] ?? null
  return (
    <li id={id} className="provision-row">
      <h3>
        {number === null || number === name ? null : (
          <span className="provision-number">{number}</span>
        )}{' '}
        {name ?? (number === null ? id : null)}
      </h3>
      {measures.length === 0 ? (
        <p className="soft small">{WORDS[language].none}</p>
      ) : (
        <ul>
          {measures.map((measure) => (
            <li key={measure.id}>
              <a href={addressOf(language, measurePath(measure.id))}>{measure.name[language]}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const InstrumentFacts = ({
  detail,
  language,
}: {
  readonly detail: Detail
  readonly language: Language
}) => {
  const text = WORDS[language]
  return (
    <dl className="facts">
      <div>
        <dt>{text.issuers}</dt>
        <dd>{issuersOf(language, detail)}</dd>
      </div>
      {language === 'en' ? (
        <div>
          <dt>{text.source}</dt>
          <dd>
            <Given>{detail.source}</Given>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{text.grade}</dt>
        <dd>{words[language].sourceGrade[detail.grade]}</dd>
      </div>
    </dl>
  )
}

/** One document with its provisions and what each gives. */
export const instrumentPage: MakePage = async ({ language, client, publicUrl }, { id = '' }) => {
  const text = WORDS[language]
  const { data: detail } = await client.GET('/api/v1/instruments/{id}', {
    params: { path: { id } },
  })
  if (detail === undefined) return null
  return {
    status: 200,
    title: detail.name[language],
    about: text.about,
    markup: {
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      name: detail.name[language],
      url: publicUrl + addressOf(language, instrumentPath(id)),
      ...(detail.number === null ? {} : { legislationIdentifier: detail.number }),
      ...(detail.issuedOn === null ? {} : { legislationDate: detail.issuedOn }),
    },
    body: (
      <article className="wrap page narrow">
        <nav className="crumbs" aria-label={text.title}>
          <ol>
            <li>
              <a href={addressOf(language, '/instruments')}>{text.title}</a>
            </li>
          </ol>
        </nav>
        <h1>{detail.name[language]}</h1>
        <p className="soft">
          <Meta language={language} of={detail} />
        </p>
        <InstrumentFacts detail={detail} language={language} />
        <h2>{text.provisions}</h2>
        <ol className="provisions">
          {detail.provisions.map((provision) => (
            <Provision key={provision.id} provision={provision} language={language} />
          ))}
        </ol>
      </article>
    ),
  }
}
