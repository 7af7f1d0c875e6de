import type { Language } from '@huiqi/domain'
import { addressOf, measurePath } from '../address.ts'
import type { Detail } from './measure-words.ts'

const channelOf = ({ door }: Detail, language: Language) =>
  door === null
    ? {}
    : {
        availableChannel: {
          '@type': 'ServiceChannel',
          name: door.name[language],
          ...(door.url === null ? {} : { serviceUrl: door.url }),
          ...(door.phone === null
            ? {}
            : { servicePhone: { '@type': 'ContactPoint', telephone: door.phone } }),
        },
      }

/** A measure for search engines: https://schema.org/GovernmentService. */
export const markupOf = (detail: Detail, language: Language, publicUrl: string): object => {
  const organization = ({ name }: Detail['lead']) => ({
    '@type': 'GovernmentOrganization',
    name: name[language],
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentService',
    '@id': publicUrl + measurePath(detail.id),
    url: publicUrl + addressOf(language, measurePath(detail.id)),
    name: detail.name[language],
    description: detail.plain[language],
    serviceType: detail.kind ?? 'service',
    serviceOperator: organization(detail.lead),
    ...(detail.agencies.length === 0 ? {} : { provider: detail.agencies.map(organization) }),
    isBasedOn: {
      '@type': 'Legislation',
      name: detail.instrument.name[language],
      ...(detail.instrument.number === null
        ? {}
        : { legislationIdentifier: detail.instrument.number }),
      ...(detail.instrument.issuedOn === null
        ? {}
        : { legislationDate: detail.instrument.issuedOn }),
    },
    audience: { '@type': 'BusinessAudience' },
    ...channelOf(detail, language),
  }
}
