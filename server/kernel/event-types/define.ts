import type { z } from 'zod'

/** What an entry of the catalogue of events says, and the words it says it with. */
export const levels = ['info', 'warning', 'error'] as const
export type Level = (typeof levels)[number]
export const outcomes = ['success', 'failure'] as const
export type Outcome = (typeof outcomes)[number]

export type Telling = { level: Level; outcome: Outcome; summary: string }
export type Entry<Shape extends z.ZodObject> = {
  description: string
  schemaVersion: number
  shape: Shape
  /** What the event is about: the id CloudEvents calls `subject`. */
  subject: (data: z.infer<Shape>) => string
  tell: (data: z.infer<Shape>) => Telling
}

export const define = <Shape extends z.ZodObject>(entry: Entry<Shape>): Entry<Shape> => entry
export const info = (summary: string): Telling => ({ level: 'info', outcome: 'success', summary })
export const warning = (summary: string): Telling => ({ level: 'warning', outcome: 'success', summary })
