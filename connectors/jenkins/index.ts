/**
 * Jenkins by its remote access API, as a user with an API token: with one, Jenkins asks for no crumb.
 * Source: https://www.jenkins.io/doc/book/using/remote-access-api/ and https://www.jenkins.io/doc/book/security/csrf-protection/
 */
import { defineConnector, plain, secret } from '@/connectors/kit'
import { operationHooks, operations } from './operations'

const whoAmI = 'GET /whoAmI/api/json'
const anonymous =
  'Jenkins took the request for an anonymous one: check user name and API token, and that no proxy on the way removes the Authorization header.'

export const jenkins = defineConnector(
  {
    id: 'ci.jenkins',
    version: '1.0.0',
    name: 'Jenkins',
    description: 'Jobs and builds of a Jenkins controller, with a user name and an API token.',
    icon: 'simple-icons:jenkins',
    families: ['ci'],
    capabilities: ['jobs', 'builds'],
    slug: 'jenkins',
    aliases: ['jenkins'],
    docs: {
      setup: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
      scopes: 'https://www.jenkins.io/doc/book/security/access-control/permissions/',
    },
    instances: {
      controller: {
        title: 'Jenkins controller',
        baseUrl: '{baseUrl}',
        inputs: {
          baseUrl: {
            title: 'Base URL',
            description: 'The address of the dashboard, with the path that Jenkins lives below, if there is one.',
            format: 'uri',
            pattern: '^https?://[^/]',
            patternHint: 'a URL that begins with https:// or http://',
            examples: ['https://ci.example.org', 'https://build.example.org/jenkins'],
          },
        },
        tls: { caBundle: true, clientCert: true },
      },
    },
    methods: {
      apiToken: {
        kind: 'basic',
        title: 'User name and API token',
        fields: {
          username: plain('User name', { description: 'The user id, not the full name.', examples: ['ci-bot'] }),
          apiToken: secret('API token', {
            description: 'Made under "Security" of the user’s own page. A password is not advised: it needs crumbs.',
            help: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
          }),
        },
        inject: { basic: { username: '{username}', password: '{apiToken}' } },
      },
    },
    probes: {
      // The one page everybody may see; 503 while Jenkins is starting.
      reach: { request: 'GET /login' },
      // Answers even those it does not know, so the answer has to say that it knows who asks.
      identity: { request: whoAmI, holds: { path: 'anonymous', equals: false }, label: 'name' },
      version: {
        request: whoAmI,
        header: 'X-Jenkins',
        // From 2.129 on API tokens can be told apart and revoked. Source: https://www.jenkins.io/blog/2018/07/02/new-api-token-system/
        range: '>=2.129',
      },
      access: { request: 'GET /api/json?tree=mode', needs: ['Overall/Read'] },
    },
    errors: [
      {
        status: 200,
        bodyPath: 'anonymous',
        equals: true,
        class: 'credential',
        remedy: anonymous,
      },
      // Source: https://github.com/jenkinsci/jenkins/blob/master/core/src/main/java/hudson/security/AccessDeniedException3.java
      {
        status: 403,
        header: 'X-You-Are-Authenticated-As',
        equals: 'anonymous',
        class: 'credential',
        remedy: anonymous,
      },
      {
        status: 403,
        header: 'X-Required-Permission',
        class: 'permission',
        missing: { header: 'X-Required-Permission' },
        remedy: 'Give the user {missing} under "Manage Jenkins", "Security". Overall/Read is hudson.model.Hudson.Read.',
      },
    ],
    remedies: {
      401: 'Check user name and API token: the token may have been revoked. Make a new one under "Security" of the user’s page, then reconnect.',
      403: 'Give the user Overall/Read and Job/Read. If no login is asked for, a proxy on the way may refuse the request.',
      404: 'Check the base URL: Jenkins may live below a path, such as /jenkins.',
      503: 'Jenkins is starting or being restarted: wait, then look at its log.',
    },
    // `tree=jobs[name]{0,50}`: the range is a part of the parameter, here percent-encoded.
    paginate: { kind: 'range', parameter: 'tree', size: 50 },
    discover: {
      jobs: {
        title: 'Jobs',
        description: 'Jobs and folders at the top of the controller.',
        request: 'GET /api/json?tree=jobs%5BfullName,name,url,color%5D%7B0,50%7D',
        items: 'jobs',
        id: 'fullName',
        name: 'name',
        url: 'url',
        attributes: { color: 'color' },
      },
      jobsIn: {
        title: 'Jobs of a folder',
        request: 'GET /job/{folder}/api/json?tree=jobs%5BfullName,name,url,color%5D%7B0,50%7D',
        inputs: { folder: { title: 'Folder', list: 'jobs', examples: ['platform'] } },
        items: 'jobs',
        id: 'fullName',
        name: 'name',
        url: 'url',
        attributes: { color: 'color' },
      },
      builds: {
        title: 'Builds',
        description: 'The newest builds of a job.',
        request: 'GET /job/{+job}/api/json?tree=builds%5Bnumber,url,result,timestamp%5D%7B0,50%7D',
        inputs: {
          job: {
            title: 'Job',
            description: 'Its name; one in a folder with "/job/" in between.',
            pattern: '^[^/?#%]+(/job/[^/?#%]+)*$',
            list: 'jobs',
            examples: ['web', 'platform/job/web'],
          },
        },
        items: 'builds',
        id: 'number',
        url: 'url',
        attributes: { result: 'result', startedAtMs: 'timestamp' },
      },
      artifacts: {
        title: 'Artifacts',
        description: 'Files that a build keeps.',
        request: 'GET /job/{+job}/{build}/api/json?tree=artifacts%5BfileName,relativePath%5D%7B0,50%7D',
        inputs: {
          job: {
            title: 'Job',
            description: 'Its name; one in a folder with "/job/" in between.',
            pattern: '^[^/?#%]+(/job/[^/?#%]+)*$',
            list: 'jobs',
            examples: ['web', 'platform/job/web'],
          },
          build: {
            title: 'Build',
            list: 'builds',
            pattern: '^([0-9]+|last[A-Z][A-Za-z]*Build|lastBuild)$',
            examples: ['42'],
          },
        },
        items: 'artifacts',
        id: 'relativePath',
        name: 'fileName',
      },
    },
    operations,
    webhooks: {
      // Jenkins itself sends nothing: which plugin does, and whether it can sign, is the team’s choice.
      verify: [
        { scheme: 'hmac', algo: 'sha256', header: 'X-Jenkins-Signature', prefix: 'sha256=' },
        { scheme: 'shared_token', header: 'X-Jenkins-Token' },
      ],
      recover: { strategy: 'rescan' },
    },
  },
  { operate: operationHooks },
)
