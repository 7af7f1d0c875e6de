const BROWSERS = [
  ['Edg/', 'Edge'],
  ['MicroMessenger/', 'WeChat'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

const nameIn = (agent: string, known: readonly (readonly [string, string])[]): string | undefined =>
  known.find(([mark]) => agent.includes(mark))?.[1]

/** Browser and system of a user agent, `Firefox · Windows`; null when it names neither. */
export const deviceOf = (agent: string): string | null => {
  const names = [nameIn(agent, BROWSERS), nameIn(agent, SYSTEMS)].filter(
    (name) => name !== undefined,
  )
  return names.length === 0 ? null : names.join(' · ')
}
