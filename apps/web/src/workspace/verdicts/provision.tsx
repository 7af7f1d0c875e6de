import { useQuery } from '@tanstack/react-query'
import { ProvisionLink } from '../../rules/provision-link.tsx'
import { placeOf } from '../../rules/provision-name.ts'
import { answerOf, client } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'

/** The instrument that a measure stands in: the path of its id without the last part. */
export const instrumentOf = (measure: string): string => measure.slice(0, measure.lastIndexOf('/'))

/** A provision by its number or title, linked to its place in the text. */
export const Provision = ({
  instrument,
  provision,
}: {
  readonly instrument: string
  readonly provision: string
}) => {
  const { language } = useLanguage()
  const place = placeOf(provision, instrument)
  const found = useQuery({
    queryKey: ['instrument', place.instrument],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/instruments/{id}', { params: { path: { id: place.instrument } } }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const known = found.data?.provisions.find(({ id }) => id === place.provision)
  return (
    <ProvisionLink
      language={language}
      instrument={instrument}
      provision={provision}
      title={known?.title?.[language] ?? null}
    />
  )
}
