/** What can be switched on, by which variables, and where one registers the hub. docs/environment.md has all of them. */
export type Way = {
  id: string
  name: string
  variables: readonly string[]
  optional: readonly string[]
  /** Where its client is registered. */
  register: string
}

export const ways: readonly Way[] = [
  {
    id: 'github',
    name: 'GitHub',
    variables: ['AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET'],
    optional: ['AUTH_GITHUB_URL'],
    register: 'an OAuth app: Settings, Developer settings, OAuth Apps',
  },
  {
    id: 'google',
    name: 'Google',
    variables: ['AUTH_GOOGLE_ID', 'AUTH_GOOGLE_SECRET'],
    optional: [],
    register: 'an OAuth client of the type web application: Google Cloud console, APIs & Services, Credentials',
  },
  {
    id: 'oidc',
    name: 'Any OpenID Connect issuer',
    variables: ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
    optional: ['AUTH_OIDC_NAME'],
    register: 'a confidential client with the authorization code flow: Keycloak, Okta, Authentik and others',
  },
]
