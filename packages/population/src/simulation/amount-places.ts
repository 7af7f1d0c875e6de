import type { Amount, FactType, Measure, Operand, Rulebook } from '@huiqi/engine'
import { guardPlaces } from './condition-places.ts'
import { operandOf, type Place, type PlaceValue } from './place.ts'

interface AmountSite {
  readonly path: string
  readonly rebuild: (amount: Amount) => Measure
}

type Limited = Extract<Amount, { kind: 'limited' }>
type Bands = Extract<Amount, { kind: 'first' }>

const HOLE: Operand = { kind: 'not-found' }

const figure = (
  type: FactType,
  operand: Operand | null,
  at: {
    readonly path: string
    readonly alias?: string
    readonly isOptional?: boolean
    readonly put: Place['put']
  },
): Place => ({
  path: at.path,
  aliases: at.alias === undefined ? [] : [at.alias],
  says: null,
  compares: null,
  expected: { kind: 'figure', type, index: null, isOptional: at.isOptional ?? false },
  value: operand === null ? { kind: 'none' } : { kind: 'figure', operand },
  put: at.put,
})

const figureAmount = (operand: Operand): Amount =>
  operand.kind === 'not-found' ? { kind: 'not-found' } : { kind: 'fixed', value: operand }

const operandOrNone = (value: PlaceValue): Operand | null =>
  value.kind === 'none' ? null : operandOf(value)

const limitPlaces = (
  limited: Limited,
  limits: readonly ('cap' | 'floor')[],
  { path, rebuild }: AmountSite,
): readonly Place[] =>
  limits.map((key) =>
    figure('money', limited[key], {
      path: `${path}.${key}`,
      isOptional: true,
      put: (value) => {
        const next = { ...limited, [key]: operandOrNone(value) }
        const isLimited = next.cap !== null || next.floor !== null || next.round !== null
        return rebuild(isLimited ? next : next.amount)
      },
    }),
  )

const bandPlaces = (rulebook: Rulebook, amount: Bands, site: AmountSite): readonly Place[] =>
  amount.bands.flatMap((band, at) => {
    const path = `${site.path}.first[${at}]`
    const rebuild = (next: Bands['bands'][number]): Measure =>
      site.rebuild({ ...amount, bands: amount.bands.with(at, next) })
    const guards = band.guards.flatMap((guard, place) =>
      guardPlaces(rulebook, guard, {
        path: `${path}.if[${place}]`,
        says: null,
        rebuild: (next) => rebuild({ ...band, guards: band.guards.with(place, next) }),
      }),
    )
    const inner = {
      path: `${path}.amount`,
      rebuild: (next: Amount) => rebuild({ ...band, amount: next }),
    }
    return [...guards, ...partPlaces(rulebook, band.amount, inner)]
  })

/** The places of an amount, without limits that could be added to it. */
const partPlaces = (rulebook: Rulebook, amount: Amount, site: AmountSite): readonly Place[] => {
  const { path, rebuild } = site
  switch (amount.kind) {
    case 'not-found':
    case 'fixed': {
      const put = (value: PlaceValue): Measure => rebuild(figureAmount(operandOf(value)))
      const operand = amount.kind === 'fixed' ? amount.value : HOLE
      return [figure('money', operand, { path, alias: `${path}.fixed`, put })]
    }
    case 'rate': {
      const put = (value: PlaceValue): Measure => rebuild({ ...amount, rate: operandOf(value) })
      return [figure('rate', amount.rate, { path: `${path}.rate`, put })]
    }
    case 'per-unit': {
      const put = (value: PlaceValue): Measure => rebuild({ ...amount, value: operandOf(value) })
      return [figure('money', amount.value, { path: `${path}.per-unit`, put })]
    }
    case 'formula':
      return []
    case 'first':
      return bandPlaces(rulebook, amount, site)
    case 'at-most':
    case 'at-least':
      return partPlaces(rulebook, amount.amount, {
        path: `${path}.${amount.kind}`,
        rebuild: (next) => rebuild({ ...amount, amount: next }),
      })
    case 'limited': {
      const limits = (['cap', 'floor'] as const).filter((key) => amount[key] !== null)
      const inner = { path, rebuild: (next: Amount) => rebuild({ ...amount, amount: next }) }
      return [...partPlaces(rulebook, amount.amount, inner), ...limitPlaces(amount, limits, site)]
    }
  }
}

/** The places of a whole amount; a cap or floor that it lacks can be added. */
export const amountPlaces = (
  rulebook: Rulebook,
  amount: Amount,
  site: AmountSite,
): readonly Place[] => {
  const bare: Limited = { kind: 'limited', amount, cap: null, floor: null, round: null }
  const limited = amount.kind === 'limited' ? amount : bare
  const lacking = (['cap', 'floor'] as const).filter((key) => limited[key] === null)
  return [...partPlaces(rulebook, amount, site), ...limitPlaces(limited, lacking, site)]
}
