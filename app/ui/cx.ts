/** Joins class names; what is false or absent is left out. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** A default that gives way when the names already set the same thing: `sized('size-4', 'size-6 text-ok')`. */
export function sized(byDefault: string, names: string | undefined): string {
  const prefix = byDefault.slice(0, byDefault.indexOf('-') + 1)
  const isSet = names?.split(' ').some((name) => name.startsWith(prefix))
  return isSet ? (names ?? '') : cx(byDefault, names)
}
