import type { Language } from '@huiqi/domain'
import type { MakePage } from '../page.ts'

/** A paragraph, or a list of points. */
export type Block = string | readonly string[]

/** A page of text in one language. */
export interface TextPage {
  readonly title: string
  readonly about: string
  readonly lead: string
  readonly sections: readonly { readonly title: string; readonly blocks: readonly Block[] }[]
}

const TextBlock = ({ block }: { readonly block: Block }) =>
  typeof block === 'string' ? (
    <p>{block}</p>
  ) : (
    <ul>
      {block.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )

/** A page that is only read. */
export const textPage =
  (pages: Readonly<Record<Language, TextPage>>): MakePage =>
  ({ language }) => {
    const { title, about, lead, sections } = pages[language]
    return {
      status: 200,
      title,
      about,
      body: (
        <article className="wrap page narrow prose">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
          {sections.map((section) => (
            <section key={section.title}>
              <h2>{section.title}</h2>
              {section.blocks.map((block) => (
                <TextBlock key={String(block)} block={block} />
              ))}
            </section>
          ))}
        </article>
      ),
    }
  }
