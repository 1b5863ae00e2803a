/**
 * Draws app/ui/icons.tsx and app/ui/brand-icons.tsx from the icon sets, so that the screens ship only the drawings
 * they use. Run it after changing a list below; the files it writes are committed.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const setOf = (name) => JSON.parse(readFileSync(require.resolve(`@iconify-json/${name}/icons.json`), 'utf8'))

/** Lucide, ISC. Each becomes `<Name>Icon`. */
const used = [
  'activity',
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'book-open',
  'bookmark',
  'check',
  'chevron-down',
  'chevron-right',
  'chevrons-up-down',
  'circle-help',
  'clock',
  'code-xml',
  'columns-3',
  'copy',
  'download',
  'ellipsis',
  'external-link',
  'eye',
  'filter',
  'globe',
  'key-round',
  'keyboard',
  'layout-dashboard',
  'layout-grid',
  'library',
  'link',
  'log-out',
  'mail',
  'minus',
  'monitor',
  'moon',
  'pause',
  'pencil',
  'play',
  'plug',
  'plus',
  'power',
  'refresh-cw',
  'rotate-ccw',
  'rows-3',
  'search',
  'settings',
  'shield',
  'square',
  'star',
  'sun',
  'table-2',
  'trash-2',
  'triangle-alert',
  'user-round',
  'users',
  'wifi-off',
  'webhook',
  'x',
  'zap',
]

/** Simple Icons, CC0: a part of a connector's id, or of its instance's, and the drawing it gets. */
const brands = {
  docker: 'docker',
  'docker-hub': 'docker',
  dockerhub: 'docker',
  ghcr: 'github',
  github: 'github',
  gitlab: 'gitlab',
  google: 'google',
  jenkins: 'jenkins',
  oci: 'opencontainersinitiative',
  prometheus: 'prometheus',
  slack: 'slack',
}

const header = '/* Drawn by scripts/icons.mjs; change the lists there. */\n'
const camel = (text) => text.replace(/-(\w)/g, (_match, letter) => letter.toUpperCase())
const pascal = (text) => camel(`-${text}`)
const resolve = (set, name) => set.icons[name] ?? (set.aliases?.[name] && resolve(set, set.aliases[name].parent))
const jsx = (body) => body.replace(/ ([a-z]+(?:-[a-z]+)+)="/g, (_match, attribute) => ` ${camel(attribute)}="`)
/** The stroke settings stand once, on the svg; what is left is the drawing. */
const bare = (body) =>
  body
    .replace(/ (fill="none"|stroke="currentColor"|stroke-(linecap|linejoin|width)="[^"]*")/g, '')
    .replace(/^<g>(.*)<\/g>$/, '$1')

const lucide = setOf('lucide')
const icons = used.map((name) => {
  const icon = resolve(lucide, name)
  if (!icon) throw new Error(`lucide has no icon "${name}"`)
  return `export const ${pascal(name)}Icon = (props: IconProps) => (\n  <Drawing {...props}>${jsx(bare(icon.body))}</Drawing>\n)\n`
})
writeFileSync('app/ui/icons.tsx', `${header}import { Drawing, type IconProps } from './drawing'\n\n${icons.join('\n')}`)

const simple = setOf('simple-icons')
const drawingOf = (name) => resolve(simple, name)?.body.match(/ d="([^"]+)"/)?.[1]
const record = (name, doc, entries) =>
  `/** ${doc} */\nexport const ${name}: Record<string, string> = ${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
writeFileSync(
  'app/ui/brand-icons.ts',
  [
    header,
    record('brandOf', 'A part of a connector or instance id, and the brand it stands for.', Object.entries(brands)),
    record(
      'brandPaths',
      'Paths on a 24 by 24 ground.',
      [...new Set(Object.values(brands))].map((name) => [name, drawingOf(name)]),
    ),
  ].join('\n'),
)

execFileSync('npx', ['biome', 'format', '--write', 'app/ui/icons.tsx', 'app/ui/brand-icons.ts'], { stdio: 'inherit' })
