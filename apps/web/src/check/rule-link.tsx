import { ProvisionLink } from '../rules/provision-link.tsx'
import { placeOf } from '../rules/provision-name.ts'
import { useCheck } from './check-context.ts'

/** A provision of a text, looked up by name. */
export const RuleLink = ({
  provision,
  instrument,
}: {
  readonly provision: string
  readonly instrument: string
}) => {
  const { rulebook, language } = useCheck()
  const place = placeOf(provision, instrument)
  const provisions = rulebook.instruments.get(place.instrument)?.provisions
  const title = provisions?.find(({ id }) => id === place.provision)?.title[language] ?? null
  return (
    <ProvisionLink
      language={language}
      instrument={instrument}
      provision={provision}
      title={title}
    />
  )
}
