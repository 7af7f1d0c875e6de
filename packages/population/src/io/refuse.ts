import { AppError, type IssueParams } from '@huiqi/domain'

/** What makes a whole file or folder unusable. */
export type RefusalCode =
  /** The folder has no `city.json`. */
  | 'city.none'
  /** `city.json` is not of this version or says something impossible; params: `detail`. */
  | 'city.head'
  /** A file is shorter or longer than it must be; params: `name`, `bytes`, `expected`. */
  | 'city.truncated'
  /** The bytes of a file are not those that were written; params: `name`. */
  | 'city.checksum'
  /** There is something at this place already. */
  | 'city.exists'
  /** The file cannot be read as what its name says; params: `format`, `detail`. */
  | 'file.format'
  /** The file ends too early; params: `format`. */
  | 'file.truncated'
  | 'file.encoding'

/** The refusal of a whole file or folder, with its one issue. */
export const refusal = (
  code: RefusalCode,
  file: string,
  params: IssueParams = {},
): AppError<'invalid-input'> =>
  new AppError('invalid-input', { issues: [{ code, severity: 'error', file, params }] })
