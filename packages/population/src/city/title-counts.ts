/** How many hold a title: the figure for a city of `CITY_SIZE` entities, and where it comes from. */
export interface TitleCount {
  readonly count: number
  readonly basis: 'published' | 'assumed'
}

/** The number of business entities that the counts belong to, as published for Shanghai. */
export const CITY_SIZE = 3_270_000

/** Titles valid on the city's date. */
export const TITLE_COUNTS: Readonly<Record<string, TitleCount>> = {
  innovative_sme: { count: 22_000, basis: 'published' },
  specialised_sme: { count: 12_000, basis: 'published' },
  little_giant: { count: 857, basis: 'published' },
  single_champion: { count: 129, basis: 'published' },
  high_tech: { count: 24_000, basis: 'assumed' },
  tech_sme: { count: 18_000, basis: 'assumed' },
  key_little_giant: { count: 120, basis: 'assumed' },
  tech_innovation_demonstration: { count: 40, basis: 'assumed' },
  ip_advantage: { count: 330, basis: 'assumed' },
  ip_demonstration: { count: 90, basis: 'assumed' },
  enterprise_technology_centre: { count: 1_000, basis: 'assumed' },
  green_factory: { count: 350, basis: 'assumed' },
}

/** Holders of a title of which nothing is known. */
export const OTHER_TITLE: TitleCount = { count: 500, basis: 'assumed' }

/** The count for a city of another size, rounded. */
export const scaledCount = ({ count }: TitleCount, enterprises: number): number =>
  Math.round((count * enterprises) / CITY_SIZE)
