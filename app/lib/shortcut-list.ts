/**
 * Every single-key shortcut of the screens, by the page it works on. What is not listed here cannot be bound, so the
 * sheet that people read is always complete.
 */
export const shortcutList = [
  {
    page: 'Everywhere',
    shortcuts: [
      { key: '/', does: 'Filter what is shown' },
      { key: 'n', does: 'Connect a new integration' },
      { key: 'g o', does: 'Go to Overview' },
      { key: 'g i', does: 'Go to Integrations' },
      { key: 'g l', does: 'Go to Activity' },
      { key: 'g a', does: 'Go to Activity' },
      { key: 'g c', does: 'Go to Catalog' },
      { key: 'g s', does: 'Go to Settings' },
      { key: '?', does: 'Show this sheet' },
    ],
  },
  {
    page: 'Integrations',
    shortcuts: [
      { key: 'j', does: 'Next row' },
      { key: 'k', does: 'Row before' },
      { key: ' ', does: 'Select or unselect the row' },
      { key: 'x', does: 'Select or unselect the row' },
      { key: '.', does: 'Actions of the row' },
      { key: 'f', does: 'Go to the filters' },
    ],
  },
  {
    page: 'An integration',
    shortcuts: [
      { key: 't', does: 'Test it now' },
      { key: 'd', does: 'Run the doctor' },
    ],
  },
  {
    page: 'Its doctor',
    shortcuts: [
      { key: 'r', does: 'Examine it again' },
      { key: 'c', does: 'Copy the report as Markdown' },
    ],
  },
  {
    page: 'Activity',
    shortcuts: [{ key: 'p', does: 'Pause the live tail, or go on' }],
  },
] as const

/** Keys with Ctrl, and those that act on what has the focus: they do not get in anybody's way, so they stay on. */
export const steadyKeys = [
  { key: 'Ctrl K', does: 'Search, go, do: the command palette' },
  { key: 'Enter', does: 'Open the row that has the focus' },
  { key: 'Ctrl Enter', does: 'Next step of the wizard' },
  { key: 'Esc', does: 'Close what is on top' },
] as const

export type ShortcutKey = (typeof shortcutList)[number]['shortcuts'][number]['key']
