const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/curl\//, 'curl'],
]

const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const firstOf = (table: [RegExp, string][], text: string) => table.find(([pattern]) => pattern.test(text))?.[1]

/** "Firefox on Linux": enough to tell one's own sessions apart. A browser may call itself anything. */
export function browserName(userAgent: string | null | undefined): string {
  if (!userAgent) return 'Unknown browser'
  const browser = firstOf(browsers, userAgent) ?? 'Unknown browser'
  const system = firstOf(systems, userAgent)
  return system ? `${browser} on ${system}` : browser
}
