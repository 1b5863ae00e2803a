import type { Resolvers, ResolversParentTypes, Scalars } from './generated/resolvers'

/**
 * SDL first leaves a hole: a field without a resolver compiles and answers null. This closes it. For every field of
 * every type either a resolver answers, or the value behind the type has that field with a fitting type; an enum maps
 * all its members. What is left over is named by the compiler: `"Integration.openIncidents"`.
 */
type Merged<Modules extends readonly unknown[]> = Modules extends readonly [infer First, ...infer Rest]
  ? First & Merged<Rest>
  : unknown

type Field<Names> = Exclude<keyof Names & string, '__isTypeOf'>
// Not `never` for what is missing: `keyof never` is every name, and everything would count as given.
type Part<Of, Name> = Name extends keyof Of ? NonNullable<Of[Name]> : Record<never, never>

/** What a field's resolver would have to return. */
type Wanted<Resolver> = NonNullable<Resolver> extends (...args: never[]) => infer Result ? Awaited<Result> : never

// Behind the roots stands nothing, and nothing fits every type.
type Model = Omit<ResolversParentTypes, 'Query' | 'Mutation' | 'Subscription'>

type AnsweredByModel<Type, Name, Resolver> = Type extends keyof Model
  ? Name extends keyof Model[Type]
    ? Model[Type][Name] extends Wanted<Resolver>
      ? true
      : false
    : false
  : false

type UnansweredFields<Given, Type extends keyof Resolvers & string> = {
  [Name in Field<Part<Resolvers, Type>>]: Name extends keyof Part<Given, Type>
    ? never
    : AnsweredByModel<Type, Name, Part<Resolvers, Type>[Name]> extends true
      ? never
      : `${Type}.${Name}`
}[Field<Part<Resolvers, Type>>]

/** The names of what nothing answers, for a list of modules; `never` when all is answered. */
export type Unanswered<Modules extends readonly unknown[]> = Left<Merged<Modules>>

type Left<Given> = {
  [Type in keyof Resolvers & string]: Type extends keyof Scalars
    ? Type extends keyof Given
      ? never
      : Type
    : UnansweredFields<Given, Type>
}[keyof Resolvers & string]

/** Takes the modules as they are; the second parameter does not compile while something is left, and names it. */
export function complete<Modules extends readonly Resolvers[], _Left extends never>(modules: Modules): Resolvers[] {
  return [...modules]
}
