import { AppError, type IssueParams } from '@huiqi/domain'

/** Why a workbook is refused whole. */
export type WorkbookFault =
  /** It cannot be read as a workbook; params: `format`, `detail`. */
  | 'file.format'
  /** It ends too early; params: `format`. */
  | 'file.truncated'
  | 'xlsx.encrypted'
  /** Unpacked it is larger than is taken in; params: `megabytes`. */
  | 'xlsx.too-large'
  /** The format before 2007. */
  | 'xlsx.old'
  /** Sheets with different heads; params: `names`. */
  | 'xlsx.sheets'
  /** Cells below the head are merged; params: `cell`. */
  | 'xlsx.merged'
  /** A line above the head says in which unit the figures are; params: `cell`, `found`. */
  | 'xlsx.unit-above'
  /** A name of a column is an error or a formula without a value; params: `cell`. */
  | 'xlsx.head'

/** The refusal of a whole workbook. */
export const refuseWorkbook = (
  code: WorkbookFault,
  params: IssueParams = {},
): AppError<'invalid-input'> =>
  new AppError('invalid-input', { issues: [{ code, severity: 'error', params }] })

/** The refusal of something that is no workbook as Excel writes them. */
export const refuseFormat = (detail: string): AppError<'invalid-input'> =>
  refuseWorkbook('file.format', { format: 'Excel', detail })
