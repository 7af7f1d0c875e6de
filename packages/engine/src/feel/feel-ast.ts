import type { Span } from './feel-issue.ts'
import type { Known } from './feel-value.ts'

/** The right side of `**` is an integer constant. */
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'
/** Equality, and order where the type has one. */
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
/** Strong Kleene connectives. */
export type LogicOperator = 'and' | 'or'

/**
 * Which year of a yearly fact: `n` years before the base. `same` is the year that the defined fact is
 * about, `last` the last completed year before submission, `this` the year of submission.
 */
export interface YearOffset {
  readonly base: 'last' | 'same' | 'this'
  readonly n: number
}

/** A fact of the vocabulary, with its year when it is yearly. */
export interface FeelReference {
  readonly name: string
  readonly yearOffset: YearOffset | null
}

/** A constant. */
export interface LiteralNode extends Span {
  readonly kind: 'literal'
  readonly value: Known
}

/** A name, bare (`yearOffset` null) or within `last`, `previous` or `this_year`. */
export interface ReferenceNode extends Span, FeelReference {
  readonly kind: 'reference'
}

/** `-x` */
export interface NegationNode extends Span {
  readonly kind: 'negation'
  readonly operand: Expression
}

/** `not(x)` */
export interface NotNode extends Span {
  readonly kind: 'not'
  readonly operand: Expression
}

/** Sum, difference, product, quotient or power. */
export interface ArithmeticNode extends Span {
  readonly kind: 'arithmetic'
  readonly operator: ArithmeticOperator
  readonly left: Expression
  readonly right: Expression
}

/** `x >= y` */
export interface ComparisonNode extends Span {
  readonly kind: 'comparison'
  readonly operator: ComparisonOperator
  readonly left: Expression
  readonly right: Expression
}

/** `x and y`, `x or y` */
export interface LogicNode extends Span {
  readonly kind: 'logic'
  readonly operator: LogicOperator
  readonly left: Expression
  readonly right: Expression
}

/** One test of `in`: an interval, or a comparison with the value before `in`. */
export type MembershipTest =
  | {
      readonly kind: 'interval'
      readonly from: Expression
      readonly to: Expression
      readonly includesFrom: boolean
      readonly includesTo: boolean
    }
  | {
      readonly kind: 'relation'
      readonly operator: ComparisonOperator
      readonly operand: Expression
    }

/** `x in (tests)`; true when one test holds. `x between a and b` is `x in [a..b]`. */
export interface MembershipNode extends Span {
  readonly kind: 'membership'
  readonly operand: Expression
  readonly tests: readonly MembershipTest[]
}

/** `if c then a else b` */
export interface ChoiceNode extends Span {
  readonly kind: 'choice'
  readonly condition: Expression
  readonly consequent: Expression
  readonly alternative: Expression
}

/** A function applied to arguments. */
export interface CallNode extends Span {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Expression[]
}

/** A formula as read. */
export type Expression =
  | LiteralNode
  | ReferenceNode
  | NegationNode
  | NotNode
  | ArithmeticNode
  | ComparisonNode
  | LogicNode
  | MembershipNode
  | ChoiceNode
  | CallNode
