import type { Bilingual } from '@huiqi/domain'
import type { Code, CodeList } from '@huiqi/engine'
import type { z } from 'zod'
import type { codes, districts, industries } from '../schema/vocabulary.ts'

interface NamedCode {
  readonly name: Bilingual
  readonly parent?: string | number | undefined
}

const toCode = (code: string, { name, parent }: NamedCode): Code =>
  parent === undefined ? { code, name } : { code, name, parent: String(parent) }

/** The lists of `codes.yaml`. */
export const lowerCodeLists = (document: z.infer<typeof codes>): readonly CodeList[] =>
  Object.entries(document.lists).map(([id, list]) => ({
    id,
    name: list.name,
    codes: Object.entries(list.codes).map(([code, entry]) =>
      toCode(code, 'zh' in entry ? { name: entry } : entry),
    ),
    hasPrefixHierarchy: false,
  }))

/** The list `district`. */
export const lowerDistricts = (document: z.infer<typeof districts>): CodeList => ({
  id: 'district',
  name: { zh: '所在区', en: 'District' },
  codes: Object.entries(document.districts).map(([code, { name }]) => ({ code, name })),
  hasPrefixHierarchy: false,
})

/** The list `industry` of GB/T 4754, where longer codes belong to the shorter ones they begin with. */
export const lowerIndustries = (document: z.infer<typeof industries>): CodeList => ({
  id: 'industry',
  name: { zh: '国民经济行业', en: 'Industry' },
  codes: Object.entries(document.industries).map(([code, entry]) => toCode(code, entry)),
  hasPrefixHierarchy: true,
})
