export { type CheckedFormula, checkFormula } from './check-formula.ts'
export { type CompiledFormula, compileFormula, type FeelLookup } from './compile-formula.ts'
export { MAXIMUM_CONSTANT } from './constant-integer.ts'
export type * from './feel-ast.ts'
export type { FeelEnvironment, NameDeclaration } from './feel-environment.ts'
export {
  FEEL_ISSUE_CODES,
  type FeelIssue,
  type FeelIssueCode,
  type FeelIssueParams,
  type Misplacement,
  type Span,
} from './feel-issue.ts'
export type { FeelType } from './feel-type.ts'
export {
  type FeelValue,
  type Known,
  knownDate,
  knownDays,
  knownMoney,
  knownMonths,
  knownNumber,
  knownText,
  knownTruth,
  type Undefined,
  type UndefinedReason,
  type Unknown,
  unknown,
} from './feel-value.ts'
export { formatFormula } from './format-formula.ts'
export { MAXIMUM_TOKENS, type ParsedFormula, parseFormula } from './parse-formula.ts'
export { references } from './references.ts'
export { formatDays, formatMonths } from './temporal-literal.ts'
export { MAXIMUM_DEPTH } from './token-cursor.ts'
