import { codeIndexOf } from '@huiqi/engine'
import { validate, validateEntries } from '../schema/validate.ts'
import {
  agencies,
  codes,
  districts,
  facts,
  industries,
  parameters,
  qualifications,
} from '../schema/vocabulary.ts'
import { lowerCodeLists, lowerDistricts, lowerIndustries } from './codes.ts'
import { type Draft, declare, declaredNames, keysAt, reportIn, type SourceFile } from './draft.ts'
import { factsOfQualification, lowerFact, lowerQualifications } from './facts.ts'
import { lowerParameters } from './small-files.ts'
import type { Vocabulary } from './vocabulary.ts'

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

const addFacts = (draft: Draft, { path: file, yaml }: SourceFile): void => {
  const report = reportIn(draft, file)
  for (const id of keysAt(yaml.value, 'facts')) {
    declare(draft, { kind: 'fact', id }, { file, path: ['facts', id] })
  }
  const document = validateEntries(facts, yaml.value, { key: 'facts', report })
  for (const [id, entry] of Object.entries(document?.facts ?? {})) {
    const isFirst = !draft.corpus.facts.some((fact) => fact.id === id)
    const fact = lowerFact(report, id, entry)
    if (fact !== null && isFirst) draft.corpus.facts.push(fact)
  }
}

const addQualifications = (draft: Draft, { path: file, yaml }: SourceFile): void => {
  for (const id of keysAt(yaml.value, 'qualifications')) {
    const origin = { file, path: ['qualifications', id] }
    declare(draft, { kind: 'qualification', id }, origin)
    for (const part of ['', '.granted_on', '.valid_until']) {
      declare(draft, { kind: 'fact', id: `qualification.${id}${part}` }, origin)
    }
  }
  const report = reportIn(draft, file)
  const document = validateEntries(qualifications, yaml.value, { key: 'qualifications', report })
  if (document === null) return
  for (const qualification of lowerQualifications(document)) {
    const question = document.qualifications[qualification.id]?.question ?? null
    draft.corpus.qualifications.push(qualification)
    draft.corpus.facts.push(...factsOfQualification(qualification, question))
  }
}

const addCodes = (draft: Draft, { path: file, kind, yaml }: SourceFile): void => {
  const report = reportIn(draft, file)
  const { codeLists } = draft.corpus
  const add = (id: string, path: readonly string[]): boolean =>
    declare(draft, { kind: 'code-list', id }, { file, path })
  if (kind === 'codes') {
    for (const id of keysAt(yaml.value, 'lists')) add(id, ['lists', id])
    const document = validate(codes, yaml.value, report)
    if (document !== null) codeLists.push(...lowerCodeLists(document))
  } else if (kind === 'districts') {
    add('district', ['districts'])
    const document = validate(districts, yaml.value, report)
    if (document !== null) codeLists.push(lowerDistricts(document))
  } else {
    add('industry', ['industries'])
    const document = validate(industries, yaml.value, report)
    if (document !== null) codeLists.push(lowerIndustries(document))
  }
}

const addAgencies = (draft: Draft, { path: file, yaml }: SourceFile): void => {
  for (const id of keysAt(yaml.value, 'agencies')) {
    declare(draft, { kind: 'agency', id }, { file, path: ['agencies', id] })
  }
  const report = reportIn(draft, file)
  const document = validateEntries(agencies, yaml.value, { key: 'agencies', report })
  for (const [id, { name, short }] of Object.entries(document?.agencies ?? {})) {
    draft.corpus.agencies.push({ id, name, ...(short === undefined ? {} : { short }) })
  }
}

const addParameters = (draft: Draft, { path: file, yaml }: SourceFile): void => {
  const folder = folderOf(file)
  for (const key of keysAt(yaml.value, 'parameters')) {
    const id = `${folder}/${key}`
    declare(draft, { kind: 'parameter', id }, { file, path: ['parameters', key] })
  }
  const report = reportIn(draft, file)
  const document = validateEntries(parameters, yaml.value, { key: 'parameters', report })
  if (document !== null) draft.corpus.parameters.push(...lowerParameters(document, folder, report))
}

/** Reads everything that other files name: facts, titles, code lists, agencies, parameters. */
export const lowerVocabulary = (draft: Draft, files: readonly SourceFile[]): Vocabulary => {
  for (const file of files) {
    if (file.kind === 'facts') addFacts(draft, file)
    if (file.kind === 'qualifications') addQualifications(draft, file)
    if (file.kind === 'codes' || file.kind === 'districts' || file.kind === 'industries') {
      addCodes(draft, file)
    }
    if (file.kind === 'agencies') addAgencies(draft, file)
    if (file.kind === 'parameters') addParameters(draft, file)
  }
  const { corpus } = draft
  return {
    facts: new Map(corpus.facts.map((fact) => [fact.id, fact])),
    declaredFacts: declaredNames(draft, 'fact'),
    codeLists: new Map(corpus.codeLists.map((list) => [list.id, codeIndexOf(list)])),
    parameters: new Map(corpus.parameters.map((parameter) => [parameter.id, parameter])),
    declaredParameters: declaredNames(draft, 'parameter'),
  }
}
