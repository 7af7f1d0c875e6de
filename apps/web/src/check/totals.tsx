import { type Fen, formatMoney, sumFen } from '@huiqi/domain'
import { isEmptyTotal, showTotal, type Total, words } from '@huiqi/wording'
import { type CheckSetting, useCheck } from './check-context.ts'
import type { Possible, Result } from './result.ts'

/** What is sure at least, with the least of what has no upper end. */
const leastOf = ({ low, open }: Total): Fen => sumFen([low, open.low])

/** The sum that is sure, in yuan. */
export const showSure = ({ language, text }: CheckSetting, { sure }: Result): string => {
  const least = leastOf(sure)
  return least === 0 ? text.nothingYet : formatMoney(least, language)
}

/** The sum that is possible beside it. */
export const showPossible = (
  { language, text }: CheckSetting,
  { more, open }: Possible,
): string => {
  const parts = [
    more > 0 ? text.most(formatMoney(more, language)) : null,
    open > 0 ? text.openCount(open) : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? text.noMore : words[language].punctuation.phrase(parts)
}

const Part = ({ label, total }: { readonly label: string; readonly total: Total }) => {
  const { language } = useCheck()
  return isEmptyTotal(total) ? null : (
    <div>
      <dt>{label}</dt>
      <dd>{showTotal(total, language)}</dd>
    </div>
  )
}

/** What is sure and what is possible, always in sight. */
export const Totals = ({ result }: { readonly result: Result }) => {
  const setting = useCheck()
  const { language, text } = setting
  const { sure, possible, automatic, apply } = result
  const isOfficers = sure.high > sure.low
  return (
    <section className="totals" aria-label={text.sure}>
      <div className="totals-sure">
        <p className="key-label">{text.sure}</p>
        <p className="totals-figure" data-testid="sure">
          {showSure(setting, result)}
        </p>
        {isOfficers ? (
          <p className="soft small">{text.upTo(formatMoney(sure.high, language))}</p>
        ) : null}
      </div>
      <div className="totals-possible">
        <p className="key-label">{text.possible}</p>
        <p data-testid="possible">{showPossible(setting, possible)}</p>
      </div>
      <dl className="totals-parts">
        <Part label={text.automaticPart} total={automatic} />
        <Part label={text.applyPart} total={apply} />
      </dl>
      <p className="unseen" role="status">
        {text.announce(showSure(setting, result), showPossible(setting, possible))}
      </p>
    </section>
  )
}
