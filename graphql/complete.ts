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
type Part<Of, Name> = Name extends keyof Of ? NonNullable<Of[Name]> : never

/** What a field's resolver would have to return. */
type Wanted<Resolver> = NonNullable<Resolver> extends (...args: never[]) => infer Result ? Awaited<Result> : never

type AnsweredByModel<Type, Name, Resolver> = Type extends keyof ResolversParentTypes
  ? Name extends keyof ResolversParentTypes[Type]
    ? ResolversParentTypes[Type][Name] extends Wanted<Resolver>
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

type Unanswered<Given> = {
  [Type in keyof Resolvers & string]: Type extends keyof Scalars
    ? Type extends keyof Given
      ? never
      : Type
    : UnansweredFields<Given, Type>
}[keyof Resolvers & string]

/** Takes the modules as they are when nothing is left unanswered; does not compile otherwise. */
export function complete<const Modules extends readonly Resolvers[]>(
  modules: [Unanswered<Merged<Modules>>] extends [never] ? Modules : { unanswered: Unanswered<Merged<Modules>> },
): Resolvers[] {
  return Object.values(modules)
}
