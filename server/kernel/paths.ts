/**
 * Whether a path holds `.` or `..` between slashes of any kind, however often either was encoded: somebody on the way may
 * decode it, and what follows it would lie outside of the base URL. What servers cut off behind a `;` hides nothing.
 */
export const climbsOut = (path: string): boolean =>
  /(^|[/\\]|%(25)*(2f|5c))(\.|%(25)*2e){1,2}(?=$|[/\\;]|%(25)*(2f|5c|3b))/i.test(path)
