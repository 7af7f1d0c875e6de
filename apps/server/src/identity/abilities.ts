import { createMongoAbility, type ForcedSubject, type MongoAbility, subject } from '@casl/ability'
import type { AbilityRule, Duty, MemberScope } from '@huiqi/contract'

/** Everything that anybody may or may not do to one enterprise. */
export type EnterpriseAction =
  | 'read'
  | 'state-facts'
  | 'apply'
  | 'manage-members'
  | 'read-audit'
  | 'decide-claims'

/** What is done in a district or the whole city. */
export type PlaceAction = 'import' | 'read-statistics' | 'read-claims'

/** What is done for the service as a whole. */
export type CityAction = 'manage-posts' | 'read-audit' | 'manage-accounts' | 'write-policies'

type SubjectKind = 'enterprise' | 'place' | 'city'
type Action = EnterpriseAction | PlaceAction | CityAction

/** What gives a right. */
export type Ground = AbilityRule['reason']

/** What somebody may do. */
export type Ability = MongoAbility<[Action, SubjectKind | (object & ForcedSubject<SubjectKind>)]>

/** What memberships and posts say of somebody on one day. */
export interface Standing {
  readonly memberships: readonly {
    readonly enterprise: string
    readonly scopes: readonly MemberScope[]
  }[]
  readonly posts: readonly { readonly duty: Duty; readonly district: string | null }[]
}

interface Rule {
  readonly action: Action
  readonly subject: SubjectKind
  readonly conditions?: Record<string, string>
  readonly reason: Ground
}

const OF_SCOPE = {
  read: ['read'],
  'state-facts': ['state-facts'],
  apply: ['apply'],
  members: ['manage-members', 'read-audit'],
} as const satisfies Record<MemberScope, readonly EnterpriseAction[]>

interface Powers {
  readonly enterprise: readonly EnterpriseAction[]
  readonly place: readonly PlaceAction[]
  /** Only for posts of the whole city. */
  readonly city: readonly CityAction[]
}

const OF_DUTY = {
  'case-officer': {
    enterprise: ['read', 'decide-claims'],
    place: ['import', 'read-claims', 'read-statistics'],
    city: [],
  },
  specialist: { enterprise: ['read'], place: [], city: [] },
  supervisor: { enterprise: [], place: ['read-statistics'], city: [] },
  'policy-officer': { enterprise: [], place: ['read-statistics'], city: ['write-policies'] },
  administrator: {
    enterprise: ['read', 'read-audit', 'decide-claims'],
    place: ['import', 'read-claims', 'read-statistics'],
    city: ['manage-posts', 'read-audit', 'manage-accounts'],
  },
} as const satisfies Record<Duty, Powers>

const rulesOfPost = ({ duty, district }: Standing['posts'][number]): readonly Rule[] => {
  const powers: Powers = OF_DUTY[duty]
  const bounds = district === null ? {} : { conditions: { district } }
  const grant = (action: Action, kind: SubjectKind): Rule => ({
    action,
    subject: kind,
    ...bounds,
    reason: 'post',
  })
  return [
    ...powers.enterprise
      .filter((action) => action !== 'read-audit' || district === null)
      .map((action) => grant(action, 'enterprise')),
    ...powers.place.map((action) => grant(action, 'place')),
    ...(district === null ? powers.city.map((action) => grant(action, 'city')) : []),
  ]
}

const rulesOfMembership = ({
  enterprise,
  scopes,
}: Standing['memberships'][number]): readonly Rule[] =>
  scopes.flatMap((scope) =>
    OF_SCOPE[scope].map((action) => ({
      action,
      subject: 'enterprise' as const,
      conditions: { id: enterprise },
      reason: 'membership' as const,
    })),
  )

/**
 * The one list of who may do what. Posts come before memberships, so that somebody with both acts as a
 * member.
 */
export const rulesOf = ({ memberships, posts }: Standing): readonly Rule[] => [
  ...posts.flatMap(rulesOfPost),
  ...memberships.flatMap(rulesOfMembership),
]

/** The rules as something that can be asked. */
export const abilityOf = (rules: readonly Rule[]): Ability =>
  createMongoAbility<Ability>([...rules])

/** An enterprise as the rules see it. */
export interface EnterpriseSubject {
  readonly id: string
  readonly district: string | null
}

/** What gives somebody the right to do that to the enterprise; null: nothing does. */
export const groundFor = (
  ability: Ability,
  action: EnterpriseAction,
  enterprise: EnterpriseSubject,
): Ground | null => {
  const rule = ability.relevantRuleFor(action, subject('enterprise', { ...enterprise }))
  if (rule === null) return null
  return rule.reason === 'membership' ? 'membership' : 'post'
}

/** Whether somebody may do that in a district, or with null in the whole city. */
export const mayInPlace = (
  ability: Ability,
  action: PlaceAction,
  district: string | null,
): boolean => ability.can(action, subject('place', { district }))

/** Whether somebody may do that for the service as a whole. */
export const mayInCity = (ability: Ability, action: CityAction): boolean =>
  ability.can(action, 'city')
