'use client'

import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/app/ui/button'
import { ErrorState } from '@/app/ui/feedback'
import { PlayIcon, Trash2Icon } from '@/app/ui/icons'
import { fieldNames, readSchema, valuesOf } from '@/app/ui/settings-form/schema'
import { SettingsForm } from '@/app/ui/settings-form/settings-form'
import { useIntegration } from '../integration-context'
import { outcomeWords } from '../metrics/words'
import { ConfirmRun } from './confirm-run'
import { EffectMark, type Operation } from './effect'
import { Outcome } from './outcome'
import { useOffered } from './use-offered'
import { useRun } from './use-run'

type Props = { operation: Operation; mayRun: boolean }

/** One operation: what it does, what it wants to know, and what became of it. */
export function Chosen({ operation, mayRun }: Props) {
  return (
    <section aria-labelledby="operation-heading" tabIndex={-1} className="grid min-w-0 gap-5 outline-none">
      <header className="grid gap-1">
        <h2 id="operation-heading" className="text-reading font-semibold">
          {operation.title}
        </h2>
        {operation.description && <p className="max-w-[72ch] text-text-2">{operation.description}</p>}
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-dense">
          <EffectMark effect={operation.effect} />
          <code className="text-text-2">{operation.id}</code>
          {operation.needs.length > 0 && (
            <span className="text-text-2">the credential needs {operation.needs.join(' or ')}</span>
          )}
        </p>
      </header>
      {mayRun ? <RunForm operation={operation} /> : <Inputs operation={operation} />}
    </section>
  )
}

function RunForm({ operation }: { operation: Operation }) {
  const { integration } = useIntegration()
  const running = useRun(integration.id, operation)
  const [isAsked, setAsked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { schema, values, problems, trouble, run, check, start } = running
  const offered = useOffered(integration.id, schema)
  const isDestructive = operation.effect === 'DESTRUCTIVE'
  const focusProblem = () =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (running.running) return
    if (!check()) return focusProblem()
    if (isDestructive) setAsked(true)
    else void start(false).then(focusProblem)
  }
  return (
    <div className="grid gap-6">
      <form ref={form} noValidate autoComplete="off" onSubmit={submit} className="grid max-w-2xl gap-5">
        {fieldNames(schema).length > 0 && (
          <SettingsForm
            idPrefix={`input-${operation.id}`}
            schema={schema}
            values={values}
            problems={problems}
            offered={offered}
            onChange={running.change}
          />
        )}
        <div>
          <Button
            type="submit"
            variant={isDestructive ? 'danger' : 'primary'}
            icon={isDestructive ? <Trash2Icon /> : <PlayIcon />}
            pending={running.running}
          >
            {isDestructive ? 'Run …' : 'Run'}
          </Button>
        </div>
      </form>
      <ConfirmRun
        operation={operation}
        schema={schema}
        values={valuesOf(schema, values)}
        open={isAsked}
        onOpenChange={setAsked}
        onConfirm={() => start(true)}
      />
      <p role="status" className="sr-only">
        {running.running && 'Running'}
        {run && `${operation.title}: ${outcomeWords[run.outcome]}`}
      </p>
      {trouble && <ErrorState compact trouble={trouble} />}
      {run && <Outcome run={run} operation={operation} />}
    </div>
  )
}

/** For those who may look: what it would ask. */
function Inputs({ operation }: { operation: Operation }) {
  const schema = readSchema(operation.inputSchema)
  const names = fieldNames(schema)
  if (names.length === 0) return <p className="text-text-2">It asks for nothing.</p>
  return (
    <div>
      <h3 className="mb-2 font-medium">What it asks for</h3>
      <ul className="grid gap-2">
        {names.map((name) => (
          <li key={name}>
            <span className="font-medium">{schema.properties[name]?.title ?? name}</span>
            {!schema.required.includes(name) && <span className="text-text-2"> (optional)</span>}
            {schema.properties[name]?.description && (
              <span className="block text-text-2">{schema.properties[name]?.description}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
