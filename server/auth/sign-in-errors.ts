/**
 * The codes with which a sign-in can come back to /sign-in?error=…, or to the profile when an account was to be
 * connected, and what to say about each. The first ones are next-auth's own.
 */
export const signInErrors = {
  Verification: 'The link was used already, has expired, or never existed. Ask for a new link.',
  EmailSignin: 'The link could not be sent. Try again, or ask whoever runs the hub.',
  SessionRequired: 'Sign in first.',
  AccessDenied: 'Signing in was cancelled or refused at the provider.',
  OAuthSignin: 'The provider could not be reached. Try again, or ask whoever runs the hub.',
  OAuthCallback: "The provider's answer could not be used: it came too late or did not fit. Begin again.",
  Configuration: 'Signing in is not set up correctly. Ask whoever runs the hub.',
  ProviderUnknownPerson: 'Nobody here signs in with this account. Ask for an invitation to its e-mail address.',
  ProviderEmailUnverified: 'The provider has not verified the e-mail address of this account, so it proves nothing.',
  ProviderConnectFirst:
    'Somebody with this e-mail address has an account here. Sign in by link and connect the provider in your profile.',
  ProviderAccountTaken: 'This account already signs somebody else in.',
  ProviderConnectExpired: 'Connecting was not begun in this session, or took too long. Press Connect again.',
} as const satisfies Record<string, string>

export type SignInErrorCode = keyof typeof signInErrors
