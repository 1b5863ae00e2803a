const nested = (depth: number) => `{ __schema ${'{ types '.repeat(depth)}{ name }${' }'.repeat(depth)} }`
const deepData = `{ viewer ${'{ tenants { tenant '.repeat(60)}{ slug }${' } }'.repeat(60)} }`

/** Documents that ask for more than they cost to send. The same list is sent over HTTP and over a socket. */
export const bombs: Record<string, string> = {
  'a thousand aliases': `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: version`).join(' ')} }`,
  'a depth of a hundred': deepData,
  'a deep introspection': nested(100),
  'twenty thousand directives': `{ version ${'@a '.repeat(20_000)} }`,
  'a cycle of fragments': '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  'fragments that double': `{ ...F0 } ${Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F40 on Query { version }`,
  'a field repeated thousands of times': `{ ${'version '.repeat(3_900)} }`,
  'pages inside pages':
    '{ integrations(first: 200) { edges { node { history { probes { name } } stats { checks } quotas { pool } integrationType { instances { id } methods { id } } } } } }',
}
