import type { FeedQuery } from '@huiqi/contract'
import type { Language } from '@huiqi/domain'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { measureAddress, pageAddress } from './addresses.ts'
import { newestChanges, type RecordedChange } from './change-repository.ts'
import { selectedMeasures } from './list-measures.ts'
import { escapeXml } from './xml.ts'

const TEXT = {
  zh: {
    title: '惠企：政策措施的变化',
    kinds: { published: '新发布', changed: '有变化', withdrawn: '已撤下' },
    author: '惠企',
    join: '：',
  },
  en: {
    title: 'Huiqi: changes to measures',
    kinds: { published: 'New', changed: 'Changed', withdrawn: 'Withdrawn' },
    author: 'Huiqi',
    join: ': ',
  },
} as const satisfies Record<Language, object>

/** Changes that are looked at, and those that are shown of them. */
const LOOKED_AT = 2000
const SHOWN = 100

const updatedOn = (day: string): string => `${day}T00:00:00+08:00`

const isFiltered = (query: FeedQuery): boolean =>
  Object.entries(query).some(([key, value]) => key !== 'language' && value !== undefined)

const entryOf =
  ({ policies, config }: Platform, language: Language) =>
  ({ id, measure: measureId, kind, happenedOn }: RecordedChange): string => {
    const measure = policies.rulebook.measures.get(measureId)
    const name = measure?.name[language] ?? measureId
    const title = `${TEXT[language].kinds[kind]}${TEXT[language].join}${name}`
    const link = measureAddress(config.publicUrl, language, measureId)
    return [
      '<entry>',
      `<id>urn:huiqi:change:${id}</id>`,
      `<title>${escapeXml(title)}</title>`,
      `<updated>${updatedOn(happenedOn)}</updated>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(link)}"/>`,
      `<summary>${escapeXml(measure?.plain[language] ?? '')}</summary>`,
      '</entry>',
    ].join('')
  }

/** What became of measures, as an Atom feed (RFC 4287), newest first; a filter leaves out what was withdrawn. */
export const changeFeed = async (
  platform: Platform,
  query: FeedQuery,
  language: Language,
): Promise<string> => {
  const { database, config, clock } = platform
  const changes = await inTransaction(database, { kind: 'visitor' }, (work) =>
    newestChanges(work, LOOKED_AT),
  )
  const wanted = isFiltered(query)
    ? new Set(selectedMeasures(platform, query).map(({ id }) => id))
    : null
  const shown = changes
    .filter(({ measure }) => wanted === null || wanted.has(measure))
    .slice(0, SHOWN)
  const self = pageAddress(config.publicUrl, language, '/')
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    `<id>${escapeXml(self)}</id>`,
    `<title>${escapeXml(TEXT[language].title)}</title>`,
    `<author><name>${escapeXml(TEXT[language].author)}</name></author>`,
    `<updated>${updatedOn(shown[0]?.happenedOn ?? clock.today())}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(self)}"/>`,
    ...shown.map(entryOf(platform, language)),
    '</feed>\n',
  ].join('\n')
}
