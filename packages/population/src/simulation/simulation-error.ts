import { AppError, type IssueParams } from '@huiqi/domain'

/** What can be wrong with a change, a sweep or an assumption. */
export type SimulationCode =
  /** Not of the form `PATH=VALUE`; params: `text`. */
  | 'simulate.change'
  /** The measure has no such place; params: `allowed`. */
  | 'simulate.path'
  /** Several places go by this name; params: `allowed`. */
  | 'simulate.path-ambiguous'
  /** The value does not fit the place; params: `text`, `expected`, perhaps `allowed`. */
  | 'simulate.value'
  /** Not of the form `PATH=FROM..TO/STEP`; params: `text`. */
  | 'simulate.sweep'
  /** The place holds no figure or day that could be stepped; params: `expected`. */
  | 'simulate.sweep-type'
  /** More steps than a chart can show; params: `count`, `most`. */
  | 'simulate.sweep-length'
  /** No condition of the measure is known; params: `measure`. */
  | 'simulate.no-rule'
  /** The assumption says something impossible; `path` is the place in it; params: `expected`. */
  | 'simulate.assumption'

/** The error for a change, a sweep or an assumption that cannot be used. */
export const simulationError = (
  code: SimulationCode,
  path: string,
  params: IssueParams = {},
): AppError<'invalid-input'> =>
  new AppError('invalid-input', { issues: [{ code, severity: 'error', path, params }] })
