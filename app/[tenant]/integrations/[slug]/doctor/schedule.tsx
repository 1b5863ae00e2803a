'use client'

import { useMutation } from '@apollo/client/react'
import { type FormEvent, useState } from 'react'
import type { DoctorScheduleInForceFragment } from '@/app/generated/graphql'
import { formatSpan } from '@/app/lib/format'
import { useMay } from '@/app/lib/tenant'
import { troubleOf } from '@/app/lib/trouble'
import { Button } from '@/app/ui/button'
import { Section } from '@/app/ui/card'
import { useNow } from '@/app/ui/clock'
import { ErrorState, type Trouble } from '@/app/ui/feedback'
import { Field, Select } from '@/app/ui/field'
import { RelativeTime } from '@/app/ui/time'
import { useToast } from '@/app/ui/toast'
import { SetDoctorScheduleMutation } from '../../examination-queries'
import { useIntegration } from '../integration-context'

type Props = { schedule: DoctorScheduleInForceFragment['doctorSchedule'] }

const choices = [3_600, 21_600, 43_200, 86_400, 604_800]
const asUsual = 'usual'

const every = (seconds: number) => `every ${seconds === 86_400 ? 'day' : formatSpan(seconds * 1000)}`

/** When the doctor comes by itself, and how often it shall. */
export function Schedule({ schedule }: Props) {
  const mayWrite = useMay('integrations:write')
  const { everySeconds, nextAt } = schedule
  return (
    <Section title="Schedule">
      <p className="mb-4 max-w-[72ch]" data-every={everySeconds ?? 'never'}>
        {everySeconds === null ? 'The doctor does not come on a schedule.' : `The doctor comes ${every(everySeconds)}.`}{' '}
        {nextAt && <Next at={nextAt} />} It also comes whenever health turns bad.
      </p>
      {mayWrite && <Choose schedule={schedule} />}
    </Section>
  )
}

function Next({ at }: { at: string }) {
  const now = useNow(15_000)
  if (new Date(at).getTime() <= now) return <>Its next visit is due now.</>
  return (
    <>
      Its next visit is <RelativeTime at={at} />.
    </>
  )
}

function Choose({ schedule: { everySeconds, isUsual, usualSeconds } }: Props) {
  const { integration } = useIntegration()
  const toast = useToast()
  const saved = isUsual ? asUsual : String(everySeconds ?? 0)
  const [typed, setTyped] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [run, { loading }] = useMutation(SetDoctorScheduleMutation)
  const chosen = typed ?? saved
  const listed = everySeconds === null || choices.includes(everySeconds) ? choices : [everySeconds, ...choices]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (chosen === saved || loading) return
    setTrouble(null)
    const seconds = chosen === asUsual ? null : Number(chosen)
    const input = { integration: integration.id, version: integration.version, everySeconds: seconds }
    try {
      await run({ variables: { input } })
      setTyped(null)
      toast.done('The schedule of the doctor is saved')
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="The doctor comes" className="w-72 max-sm:w-full">
          {(aria) => (
            <Select {...aria} value={chosen} onChange={({ target }) => setTyped(target.value)}>
              <option value={asUsual}>as usual, {every(usualSeconds)}</option>
              {listed.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {every(seconds)}
                </option>
              ))}
              <option value="0">only when health turns bad</option>
            </Select>
          )}
        </Field>
        <Button type="submit" pending={loading} disabled={chosen === saved}>
          Save the schedule
        </Button>
      </div>
      {trouble && <ErrorState compact trouble={trouble} />}
    </form>
  )
}
