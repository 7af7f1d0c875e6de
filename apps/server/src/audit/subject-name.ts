import type { Bilingual } from '@huiqi/domain'
import type { Rulebook } from '@huiqi/engine'
import { z } from 'zod'

/** What is told of a change and names what was changed. */
const Naming = z.object({
  name: z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]).optional(),
  fileName: z.string().optional(),
  measure: z.string().optional(),
})

const inBoth = (name: string): Bilingual => ({ zh: name, en: name })

const nameInPolicies = ({ measures, facts }: Rulebook, id: string): Bilingual | undefined =>
  measures.get(id)?.name ?? facts.get(id)?.name

const nameInDetails = (rulebook: Rulebook, details: unknown): Bilingual | undefined => {
  const { name, fileName, measure } = Naming.safeParse(details).data ?? {}
  if (measure !== undefined) return nameInPolicies(rulebook, measure)
  const found = name ?? fileName
  return typeof found === 'string' ? inBoth(found) : found
}

/** What the subject of an event is called: by its id, by the policies, or as the event tells; null when nothing says so. */
export const subjectName = (
  rulebook: Rulebook,
  names: ReadonlyMap<string, Bilingual>,
  { subject, details }: { readonly subject: string | null; readonly details: unknown },
): Bilingual | null =>
  (subject === null ? undefined : (names.get(subject) ?? nameInPolicies(rulebook, subject))) ??
  nameInDetails(rulebook, details) ??
  null
