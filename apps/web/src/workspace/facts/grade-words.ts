import { inBoth } from '../frame/language.tsx'

/** What the grades of a value mean. */
export const GRADES = inBoth({
  zh: {
    A: 'A 级：主管部门出具',
    B: 'B 级：窗口核验',
    C: 'C 级：上传材料',
    D: 'D 级：自行填报',
  },
  en: {
    A: 'Grade A: issued by the authority',
    B: 'Grade B: checked at the window',
    C: 'Grade C: uploaded',
    D: 'Grade D: own statement',
  },
})
