/** What can go wrong on the way in, and what to do about it. None of it says who has an account here and who has not. */
export type SignInTrouble = { title: string; remedy: string }

const troubles: Record<string, SignInTrouble> = {
  Verification: {
    title: 'The link was used already, has expired, or never existed',
    remedy: 'Ask for a new link below.',
  },
  EmailSignin: {
    title: 'The link could not be sent',
    remedy: 'Try again in a minute. If it stays, ask whoever runs the hub to look at its mail server.',
  },
  SessionRequired: { title: 'You are not signed in', remedy: 'Sign in first.' },
  AccessDenied: {
    title: 'The provider did not let you through',
    remedy: 'You or the provider said no. Start again and allow the access, or sign in with a link.',
  },
  OAuthSignin: {
    title: 'The provider cannot be reached now',
    remedy: 'Try again in a minute, or sign in with a link.',
  },
  OAuthCallback: {
    title: 'The answer of the provider came too late, or belongs to another attempt',
    remedy: 'Start again in this browser, in one tab, and finish within 15 minutes.',
  },
  Configuration: {
    title: 'The provider refuses the settings of this hub',
    remedy:
      'Sign in with a link, and ask whoever runs the hub to check the client id, the secret and the callback URL.',
  },
  ProviderUnknownPerson: {
    title: 'Nobody here belongs to this account',
    remedy: 'Ask an admin for an invitation. If you have one, open its link and continue from there.',
  },
  ProviderEmailUnverified: {
    title: 'The provider has not verified your e-mail address',
    remedy: 'Verify the address at the provider and start again, or sign in with a link.',
  },
  ProviderConnectFirst: {
    title: 'This account is not connected to anybody here yet',
    remedy: 'Sign in with a link, then connect the provider in your profile. From then on its button works.',
  },
  ProviderAccountTaken: {
    title: 'This account belongs to somebody else here',
    remedy: 'Sign out at the provider, or choose another account there, and connect again.',
  },
  ProviderConnectExpired: {
    title: 'The wish to connect the account has expired, or came from another session',
    remedy: 'Press Connect again and finish within a few minutes.',
  },
}

const unknown: SignInTrouble = {
  title: 'Signing in did not work',
  remedy: 'Try again. If it stays, ask whoever runs the hub.',
}

/** Null when nothing went wrong. A code that is not ours gets the general words: an address can be written by anybody. */
export function signInTrouble(code: string | undefined): SignInTrouble | null {
  if (!code) return null
  return Object.hasOwn(troubles, code) ? (troubles[code] ?? unknown) : unknown
}
