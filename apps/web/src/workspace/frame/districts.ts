import { useLanguage } from './language.tsx'
import { useCodeList } from './vocabulary.ts'

/** Something to choose. */
export interface Choice {
  readonly value: string
  readonly label: string
}

const DISTRICTS = 'district'

/** The districts by name. */
export const useDistricts = (): readonly Choice[] => {
  const { language } = useLanguage()
  const list = useCodeList(DISTRICTS)
  return (list?.codes ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))
}

/** What a district is called; its code while that is not known. */
export const useDistrictName = (): ((code: string) => string) => {
  const districts = useDistricts()
  return (code) => districts.find(({ value }) => value === code)?.label ?? code
}
