/**
 * Prometheus by its HTTP API. It asks for no credential by itself; a web configuration or a proxy may ask for one.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/api/ and https://prometheus.io/docs/prometheus/latest/management_api/
 */
import { defineConnector, plain, secret } from '@/connectors/kit'

const query = 'GET /api/v1/query?query=vector(1)'

export const prometheus = defineConnector({
  id: 'monitoring.prometheus',
  version: '1.0.0',
  name: 'Prometheus',
  description: 'Metrics, scrape targets and alert rules of a Prometheus server.',
  icon: 'simple-icons:prometheus',
  families: ['monitoring'],
  capabilities: ['metrics', 'targets', 'rules'],
  slug: 'prometheus',
  aliases: ['prometheus'],
  docs: {
    setup: 'https://prometheus.io/docs/prometheus/latest/configuration/https/',
    troubleshooting: 'https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview',
  },
  instances: {
    server: {
      title: 'Prometheus server',
      baseUrl: '{baseUrl}',
      inputs: {
        baseUrl: {
          title: 'Base URL',
          description: 'Where /api/v1 is found, without it.',
          format: 'uri',
          pattern: '^https?://[^/]',
          patternHint: 'a URL that begins with https:// or http://',
          examples: ['http://prometheus.example.org:9090', 'https://monitoring.example.org/prometheus'],
        },
      },
      tls: { caBundle: true, clientCert: true },
    },
  },
  methods: {
    none: {
      kind: 'none',
      title: 'No credential',
      reason: 'Prometheus asks for none by itself; the network or a client certificate keeps others away.',
    },
    basic: {
      kind: 'basic',
      title: 'User name and password',
      description: 'As in basic_auth_users of the web configuration, or of a proxy in front.',
      fields: {
        username: plain('User name', { examples: ['inthub'] }),
        password: secret('Password', { help: 'https://prometheus.io/docs/prometheus/latest/configuration/https/' }),
      },
      inject: { basic: { username: '{username}', password: '{password}' } },
    },
    bearer: {
      kind: 'token',
      title: 'Bearer token',
      description: 'For a proxy in front, or a hosted Prometheus.',
      fields: { token: secret('Token') },
      inject: { headers: { Authorization: 'Bearer {token}' } },
    },
  },
  probes: {
    // 503 until the write-ahead log is read.
    reach: { request: 'GET /-/ready' },
    identity: { request: query, holds: { path: 'status', equals: 'success' } },
    version: {
      request: 'GET /api/v1/status/buildinfo',
      path: 'data.version',
      // Label values of chosen series came with 2.24. Source: https://github.com/prometheus/prometheus/releases/tag/v2.24.0
      range: '>=2.24',
    },
  },
  // Source: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
  errors: [
    {
      bodyPath: 'errorType',
      equals: 'bad_data',
      class: 'request',
      remedy: 'Check the base URL: the service knows the API but not the query of the check.',
    },
    {
      bodyPath: 'errorType',
      equals: 'execution',
      class: 'provider_incident',
      remedy: 'Look at the log of Prometheus: it could not evaluate a query of one constant.',
    },
    {
      bodyPath: 'errorType',
      equals: 'timeout',
      class: 'provider_incident',
      remedy: 'Prometheus is too busy to answer a query of one constant: look at its load and at expensive queries.',
    },
    {
      bodyPath: 'errorType',
      equals: 'canceled',
      class: 'provider_incident',
      remedy: 'Prometheus gave the query up, as it does when it is shut down: wait, then look at its log.',
    },
    {
      bodyPath: 'errorType',
      equals: 'unavailable',
      class: 'provider_incident',
      remedy: 'Prometheus is starting or has no storage at hand: wait, then look at its log.',
    },
    {
      bodyPath: 'errorType',
      equals: 'internal',
      class: 'provider_incident',
      remedy: 'Look at the log of Prometheus.',
    },
    {
      bodyPath: 'errorType',
      equals: 'not_found',
      class: 'request',
      remedy: 'Check the base URL: it may lead to another service that speaks the same API.',
    },
    { bodyPath: 'status', equals: 'error', class: 'request', remedy: 'Look at the log of Prometheus.' },
  ],
  remedies: {
    401: 'Check user name and password, or the token. Prometheus itself asks for a login only with a web configuration.',
    403: 'Check what the proxy in front lets this login do: GET on /api/v1 is needed.',
    404: 'Check the base URL: with --web.route-prefix or a proxy the API lives below a path.',
    503: 'Prometheus is starting: it reads its write-ahead log first. Wait, then look at its log.',
  },
  paginate: { kind: 'none' },
  discover: {
    targets: {
      title: 'Targets',
      description: 'What is scraped now.',
      request: 'GET /api/v1/targets?state=active',
      items: 'data.activeTargets',
      id: 'scrapeUrl',
      name: 'labels.instance',
      url: 'globalUrl',
      attributes: { job: 'labels.job', pool: 'scrapePool', health: 'health', lastError: 'lastError' },
    },
    alertRules: {
      title: 'Alert rules',
      request: 'GET /api/v1/rules?type=alert',
      items: 'data.groups.*.rules',
      id: 'name',
      name: 'name',
      attributes: { state: 'state', health: 'health', query: 'query', severity: 'labels.severity' },
    },
    metrics: { title: 'Metrics', request: 'GET /api/v1/label/__name__/values', items: 'data', id: '$' },
    labels: { title: 'Labels', request: 'GET /api/v1/labels', items: 'data', id: '$' },
    labelValues: {
      title: 'Values of a label',
      request: 'GET /api/v1/label/{label}/values',
      inputs: { label: { title: 'Label', pattern: '^[a-zA-Z_][a-zA-Z0-9_]*$', list: 'labels', examples: ['job'] } },
      items: 'data',
      id: '$',
    },
  },
  webhooks: {
    // Prometheus sends nothing itself; its Alertmanager does not sign, but signs in.
    // Source: https://prometheus.io/docs/alerting/latest/configuration/#http_config
    verify: [{ scheme: 'basic' }, { scheme: 'shared_token', header: 'Authorization', prefix: 'Bearer ' }],
    type: { body: 'status' },
    topics: { '*': 'prometheus.alert.{type}' },
    recover: { strategy: 'rescan' },
  },
})
