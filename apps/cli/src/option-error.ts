import { AppError, type IssueParams } from '@huiqi/domain'

/** What can be wrong with how a command is called, beyond what its parser finds. */
export type OptionCode =
  | 'option.date'
  | 'option.choice'
  | 'option.save-folder'
  | 'option.save-name'
  | 'ask.no-terminal'

/** The error for an option that cannot be used. */
export const optionError = (
  code: OptionCode,
  option: string,
  params: IssueParams,
): AppError<'invalid-input'> =>
  new AppError('invalid-input', { issues: [{ code, severity: 'error', path: option, params }] })
