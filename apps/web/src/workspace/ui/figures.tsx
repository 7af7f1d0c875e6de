import { fen, formatMoney } from '@huiqi/domain'
import { useLanguage } from '../frame/language.tsx'

const CITY = 'Asia/Shanghai'

/** An amount in fen, in 万元 and 亿元 where that is exact. */
export const Money = ({ fen: count, inYuan }: { readonly fen: number; readonly inYuan?: true }) => {
  const { language } = useLanguage()
  const unit = inYuan === true ? 'yuan' : 'auto'
  return <span className="money">{formatMoney(fen(count), language, { unit })}</span>
}

/** A day as it is written everywhere: `2025-09-15`. */
export const DayText = ({ day }: { readonly day: string }) => (
  <time className="day" dateTime={day}>
    {day}
  </time>
)

/** A moment in the time of the city. */
export const Moment = ({ at }: { readonly at: string }) => {
  const shown = new Date(at).toLocaleString('sv-SE', {
    timeZone: CITY,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return (
    <time className="day" dateTime={at}>
      {shown}
    </time>
  )
}
