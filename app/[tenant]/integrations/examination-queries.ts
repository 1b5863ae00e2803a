import { graphql } from '@/app/generated'

/** The doctor as the screens ask for it: reports read back, and examinations as they happen. */
graphql(`
  fragment CheckFound on DoctorCheckResult {
    name
    status
    finding
    message
    evidence
    suggestions {
      text
      command
      link
    }
    durationMs
  }
`)

graphql(`
  fragment ReportMade on DoctorReport {
    overall
    message
    checks {
      ...CheckFound
    }
    changes {
      name
      from
      to
    }
    startedAt
    durationMs
  }
`)

graphql(`
  fragment ExaminationStep on DoctorProgress {
    started
    check {
      ...CheckFound
    }
    report {
      ...ReportMade
    }
  }
`)

graphql(`
  fragment DoctorScheduleInForce on Integration {
    id
    version
    doctorSchedule {
      everySeconds
      isUsual
      usualSeconds
      nextAt
    }
  }
`)

export const SetDoctorScheduleMutation = graphql(`
  mutation SetDoctorSchedule($input: SetDoctorScheduleInput!) {
    setDoctorSchedule(input: $input) {
      integration {
        ...DoctorScheduleInForce
      }
    }
  }
`)

export const ExaminationsQuery = graphql(`
  query Examinations($integration: ID!) {
    integration(id: $integration) {
      ...DoctorScheduleInForce
    }
    examinations(integration: $integration, first: 10) {
      id
      source
      report {
        ...ReportMade
      }
    }
  }
`)

export const DoctorSubscription = graphql(`
  subscription Doctor($integration: ID!, $checks: [DoctorCheckName!]) {
    doctor(integration: $integration, checks: $checks) {
      ...ExaminationStep
    }
  }
`)

export const DoctorDraftSubscription = graphql(`
  subscription DoctorDraft($input: TestIntegrationDraftInput!) {
    doctorDraft(input: $input) {
      ...ExaminationStep
    }
  }
`)
