/**
 * Which domain value stands behind each GraphQL type: `Integration: '@/server/domain/integrations/service#Integration'`.
 * A mapper cannot contain quotes; export a named alias where a type is not a plain name.
 */
export const mappers: Record<string, string> = {}
