import type { Language } from '@huiqi/domain'
import { provisionNumber } from '@huiqi/wording'
import { placeOf } from './provision-name.ts'

/** A provision by number or title, linked to its place on the page of the text. */
export const ProvisionLink = ({
  language,
  instrument: own,
  provision: stated,
  title,
}: {
  readonly language: Language
  /** The text that the provision is meant in unless it names another. */
  readonly instrument: string
  readonly provision: string
  readonly title: string | null
}) => {
  const { instrument, provision } = placeOf(stated, own)
  const number = provisionNumber(provision, language)
  const prefix = language === 'en' ? '/en' : ''
  return (
    <a
      className="provision"
      href={`${prefix}/instruments/${instrument}#${provision}`}
      title={title ?? undefined}
    >
      {number ?? title ?? provision}
    </a>
  )
}
