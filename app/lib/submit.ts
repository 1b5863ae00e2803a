'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Trouble } from '@/app/ui/feedback'
import { codeOf, fieldTroubles, troubleOf } from './trouble'

/** What is wrong with each field, by its name; absent or undefined when nothing is. */
export type Problems = Record<string, string | undefined>

export type Submission = {
  /** What the form itself sees to be wrong, before the hub is asked. */
  validate?: ((form: FormData) => Problems) | undefined
  send: (form: FormData) => Promise<unknown>
  /** The field a code of the hub speaks about, where the answer does not name it. */
  fieldOf?: Record<string, string> | undefined
}

const present = (problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem))

/** The hub leaves out the subject, for it names the field: "is taken". At the field it stands for itself. */
const spoken = (message: string): string => (/^\p{Ll}/u.test(message) ? `This ${message.replace(/\.$/, '')}.` : message)

function spokenFields(error: unknown): Problems {
  return Object.fromEntries(Object.entries(fieldTroubles(error)).map(([name, message]) => [name, spoken(message)]))
}

/** One sentence of what happened and what to do. */
export function sentence({ title, remedy }: Trouble): string {
  return [title.replace(/\.$/, ''), remedy?.replace(/\.$/, '')].filter(Boolean).join('. ').concat('.')
}

/** For dialogs that show an error's message: the hub's words, and what to do. */
export async function explained<T>(act: Promise<T>): Promise<T> {
  try {
    return await act
  } catch (error) {
    throw new Error(sentence(troubleOf(error)), { cause: error })
  }
}

/**
 * A form's way to the hub: what was typed stays, each problem stands at its field, the first of them gets the focus,
 * and what belongs to no field is told above.
 */
export function useSubmit({ validate, send, fieldOf = {} }: Submission) {
  const [problems, setProblems] = useState<Problems>({})
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [pending, setPending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problems])
  const tell = (error: unknown) => {
    const told = troubleOf(error)
    const named = fieldOf[codeOf(error) ?? '']
    const fields: Problems = { ...spokenFields(error), ...(named && { [named]: sentence(told) }) }
    const isShown = Object.keys(fields).some((name) => form.current?.elements.namedItem(name))
    setProblems(fields)
    setTrouble(isShown ? null : told)
  }
  const run = async (data: FormData) => {
    setPending(true)
    setTrouble(null)
    try {
      await send(data)
    } catch (error) {
      tell(error)
    } finally {
      setPending(false)
    }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const data = new FormData(event.currentTarget)
    const wrong = present(validate?.(data) ?? {})
    setProblems(wrong)
    if (Object.keys(wrong).length === 0) void run(data)
  }
  return { problems, trouble, pending, form, onSubmit }
}

/** A field's text without the blanks around it. */
export function read(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}

export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text)
