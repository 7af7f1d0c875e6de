import type { Language } from '@huiqi/domain'
import { words } from '@huiqi/wording'
import { ProvisionLink } from '../../rules/provision-link.tsx'
import { type Branch, treeOf } from './condition-tree.ts'
import type { Detail } from './measure-words.ts'

interface PlaceProps {
  readonly language: Language
  readonly instrument: string
  /** The provision already named further up. */
  readonly above: string | null
}

const Part = ({ branch: { line, parts }, ...place }: PlaceProps & { readonly branch: Branch }) => {
  const { language, instrument, above } = place
  return (
    <li>
      <p>
        <span className="says">{line.says[language]}</span>{' '}
        {line.kind === 'leaf' ? null : (
          <span className="group">{words[language].group[line.kind]}</span>
        )}{' '}
        {line.provision.id === above ? null : (
          <ProvisionLink
            language={language}
            instrument={instrument}
            provision={line.provision.id}
            title={line.provision.title?.[language] ?? null}
          />
        )}
      </p>
      {line.comparison === null ? null : <p className="asks">{line.comparison[language]}</p>}
      {parts.length === 0 ? null : <Parts branches={parts} {...place} above={line.provision.id} />}
    </li>
  )
}

const Parts = ({ branches, ...place }: PlaceProps & { readonly branches: readonly Branch[] }) => (
  <ul className="tree">
    {branches.map((branch, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name and never move
      <Part key={at} branch={branch} {...place} />
    ))}
  </ul>
)

/** The conditions of a measure as a tree, each with the words and the place of the text. */
export const Conditions = ({
  detail,
  language,
}: {
  readonly detail: Detail
  readonly language: Language
}) => (
  <Parts
    branches={treeOf(detail.conditions)}
    language={language}
    instrument={detail.instrument.id}
    above={null}
  />
)
