import { writeFile } from 'node:fs/promises'
import { loadCorpus } from '@huiqi/corpus'
import { isoDate } from '@huiqi/domain'
import { prepareRulebook, toJson } from '@huiqi/engine'
import { syntheticMeasures, withSyntheticMeasures } from '@huiqi/population'

const SEED = 1

/** Writes a corpus with as many measures: those of the policy folder and synthetic ones derived from them. */
export const makeCorpus = async (
  policies: string,
  { count, day, file }: { readonly count: number; readonly day: string; readonly file: string },
): Promise<void> => {
  const { corpus } = await loadCorpus(policies)
  const rulebook = prepareRulebook(corpus)
  const missing = Math.max(0, count - corpus.measures.length)
  const derived = syntheticMeasures({
    rulebook,
    count: missing,
    seed: SEED,
    asOf: isoDate(day),
  })
  await writeFile(file, toJson(withSyntheticMeasures(rulebook, derived).corpus))
}
