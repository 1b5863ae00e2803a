import { graphql } from '@/app/generated'

export const SignInSettingsQuery = graphql(`
  query SignInSettings {
    viewer {
      id
      isInstanceAdmin
    }
    signInProviders {
      id
      name
      host
    }
  }
`)
