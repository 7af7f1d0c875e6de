import type { Measure } from '@huiqi/engine'

const plain = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

/** Whether the rule or the amount of a measure names a fact, directly or in a formula. */
export const mentions = ({ eligible, benefit }: Measure, fact: string): boolean =>
  new RegExp(`(?<![a-z0-9_.])${fact.replaceAll('.', '\\.')}(?![a-z0-9_.])`).test(
    JSON.stringify([eligible, benefit], plain),
  )
