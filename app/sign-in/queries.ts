import { graphql } from '../generated'

/** The ways in, and whether somebody is in already: who connects an account comes back here when it fails. */
export const SignInQuery = graphql(`
  query SignInPage {
    signInProviders {
      id
      name
      host
    }
    viewer {
      id
      email
      tenants {
        tenant {
          id
          slug
        }
      }
    }
  }
`)
