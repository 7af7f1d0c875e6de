import { words } from '@huiqi/wording'
import { addressOf, instrumentPath } from '../address.ts'
import { ForceNotice, Related, Source, Versions } from '../measure/foot.tsx'
import { KeyFacts, type MeasureProps } from '../measure/key-facts.tsx'
import { markupOf } from '../measure/markup.ts'
import { MEASURE_WORDS } from '../measure/measure-words.ts'
import {
  AmountSection,
  ConditionSection,
  EvidenceSection,
  ExclusionSection,
  GapSection,
  StepSection,
  TargetSection,
} from '../measure/sections.tsx'
import type { MakePage } from '../page.ts'
import { statusMark } from '../parts/summary-words.ts'

const Crumbs = ({ detail: { instrument }, language }: MeasureProps) => {
  const text = MEASURE_WORDS[language]
  return (
    <nav className="crumbs" aria-label={text.where}>
      <ol>
        <li>
          <a href={addressOf(language, '/measures')}>{text.all}</a>
        </li>
        <li>
          <a href={addressOf(language, instrumentPath(instrument.id))}>
            {instrument.name[language]}
          </a>
        </li>
      </ol>
    </nav>
  )
}

const Marks = ({ detail, language, today }: MeasureProps) => {
  const { tone, text } = statusMark(detail, language, today)
  const delivery = words[language].delivery[detail.delivery]
  const kind = detail.kind === null ? null : words[language].benefit[detail.kind]
  return (
    <p className="row-meta">
      <span className={`mark ${tone}`}>{text}</span>
      {delivery === text ? null : <span>{delivery}</span>}
      {kind === null || kind === delivery ? null : <span>{kind}</span>}
    </p>
  )
}

const bodyOf = (props: MeasureProps) => {
  const { detail, language } = props
  return (
    <article className="wrap page">
      <Crumbs {...props} />
      <header className="measure-head">
        <Marks {...props} />
        <h1>{detail.name[language]}</h1>
        <ForceNotice {...props} />
        <p className="lead">{detail.plain[language]}</p>
      </header>
      <div className="measure-layout">
        <KeyFacts {...props} />
        <div>
          <ConditionSection {...props} />
          <AmountSection {...props} />
          <StepSection {...props} />
          <EvidenceSection {...props} />
          <ExclusionSection {...props} />
          <GapSection {...props} />
          <TargetSection {...props} />
          <Versions {...props} />
          <Source {...props} />
          <Related {...props} />
          <p className="no-print">
            <button type="button" className="button quiet" data-print="" hidden>
              {MEASURE_WORDS[language].print}
            </button>
          </p>
        </div>
      </div>
    </article>
  )
}

/** One measure, the plain version first. */
export const measurePage: MakePage = async ({ language, client, today, publicUrl }, parts) => {
  const { data: detail } = await client.GET('/api/v1/measures/{id}', {
    params: { path: { id: parts.id ?? '' } },
  })
  if (detail === undefined) return null
  return {
    status: 200,
    title: detail.name[language],
    about: detail.plain[language],
    markup: markupOf(detail, language, publicUrl),
    body: bodyOf({ detail, language, today }),
  }
}
