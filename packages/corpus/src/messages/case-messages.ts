const error = 'error' as const

/** Faults of case files, cases that fail, and mutants that no case notices. */
export const CASE_MESSAGES = {
  'cases.missing': {
    severity: error,
    zh: '{id} 旁边没有案例文件',
    en: '{id} has no file of cases beside it',
  },
  'cases.without-target': {
    severity: error,
    zh: '案例文件旁边没有对应的规则',
    en: 'the file of cases has no rule beside it',
  },
  'case.fails': {
    severity: error,
    zh: '案例“{name}”：{what} 应为 {expected}，实为 {found}',
    en: 'case "{name}": {what} should be {expected}, it is {found}',
  },
  'case.unknown-not-tried': {
    severity: error,
    zh: '没有案例检验 {path} 未知的情形',
    en: 'no case leaves {path} unknown',
  },
  'mutant.survives': {
    severity: error,
    zh: '改动“{what}”没有被 {cases} 的任何案例察觉',
    en: 'no case of {cases} notices the change "{what}"',
  },
} as const
