'use client'

import { useQuery } from '@apollo/client/react'
import { useId } from 'react'
import type { ResourceListsOfQuery } from '@/app/generated/graphql'
import { Button } from '@/app/ui/button'
import { Field, Input, Select } from '@/app/ui/field'
import { SearchIcon } from '@/app/ui/icons'
import { ResourceNamesQuery } from './queries'

export type ResourceList = ResourceListsOfQuery['resourceLists'][number]
type ListInput = ResourceList['inputs'][number]

type Props = {
  integration: string
  lists: readonly ResourceList[]
  chosen: ResourceList
  onChoose: (name: string) => void
  values: Readonly<Record<string, string>>
  onValue: (name: string, value: string) => void
  running: boolean
  onDiscover: () => void
}

/** Which list, and what it wants to know first. */
export function ListForm({ integration, lists, chosen, onChoose, values, onValue, running, onDiscover }: Props) {
  const isReady = chosen.missing === null && chosen.inputs.every(({ name }) => values[name]?.trim())
  return (
    <form
      className="flex flex-wrap items-end gap-x-4 gap-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !running) onDiscover()
      }}
    >
      <Field label="List" className="w-56 max-sm:w-full">
        {(aria) => (
          <Select {...aria} value={chosen.name} onChange={(event) => onChoose(event.target.value)}>
            {lists.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {chosen.missing === null &&
        chosen.inputs.map((input) => (
          <ValueField
            key={`${chosen.name} ${input.name}`}
            integration={integration}
            input={input}
            value={values[input.name] ?? ''}
            onValue={(value) => onValue(input.name, value)}
          />
        ))}
      {chosen.missing === null && (
        <Button type="submit" variant="primary" icon={<SearchIcon />} pending={running} disabled={!isReady}>
          Discover
        </Button>
      )}
    </form>
  )
}

type ValueProps = { integration: string; input: ListInput; value: string; onValue: (value: string) => void }

function ValueField({ integration, input, value, onValue }: ValueProps) {
  const offered = useId()
  const { data } = useQuery(ResourceNamesQuery, {
    variables: { integration, type: input.list ?? '' },
    skip: input.list === null,
    fetchPolicy: 'no-cache',
  })
  const names = data?.discoverResources.edges ?? []
  return (
    <Field label={input.title} className="w-72 max-sm:w-full">
      {(aria) => (
        <>
          <Input
            {...aria}
            mono
            value={value}
            onChange={(event) => onValue(event.target.value)}
            maxLength={500}
            required
            list={offered}
            placeholder={input.examples[0] && `such as ${input.examples[0]}`}
            autoComplete="off"
            spellCheck={false}
          />
          <datalist id={offered}>
            {names.map(({ node }) => (
              <option key={node.id} value={node.id}>
                {node.name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
