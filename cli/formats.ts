export const formats = ['table', 'json', 'yaml', 'ndjson', 'name'] as const
export type Format = (typeof formats)[number]
