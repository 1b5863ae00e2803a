import { graphql } from '@/app/generated'

export const SignInSettingsQuery = graphql(`
  query SignInSettings {
    signInProviders {
      id
      name
      host
    }
  }
`)
