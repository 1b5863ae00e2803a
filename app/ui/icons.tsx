/* Drawn by scripts/icons.mjs; change the lists there. */
import { Drawing, type IconProps } from './drawing'

export const ActivityIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M22 12h-2.48a2 2 0 0 0-1.93 1.46l-2.35 8.36a.25.25 0 0 1-.48 0L9.24 2.18a.25.25 0 0 0-.48 0l-2.35 8.36A2 2 0 0 1 4.49 12H2" />
  </Drawing>
)

export const ArrowDownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M12 5v14m7-7l-7 7l-7-7" />
  </Drawing>
)

export const ArrowLeftIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m12 19l-7-7l7-7m7 7H5" />
  </Drawing>
)

export const ArrowRightIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5 12h14m-7-7l7 7l-7 7" />
  </Drawing>
)

export const ArrowUpIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m5 12l7-7l7 7m-7 7V5" />
  </Drawing>
)

export const BookOpenIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M12 5v16m8.001-2A2 2 0 0 0 22 17V5a2 2 0 0 0-1.999-2L16 3.002A5 5 0 0 0 12 5a5 5 0 0 0-4-2H4a2 2 0 0 0-2 2v12a2 2 0 0 0 1.999 2H8a5 5 0 0 1 4 2a5 5 0 0 1 4-2z" />
  </Drawing>
)

export const BookmarkIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z" />
  </Drawing>
)

export const CheckIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M20 6L9 17l-5-5" />
  </Drawing>
)

export const ChevronDownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m6 9l6 6l6-6" />
  </Drawing>
)

export const ChevronRightIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m9 18l6-6l-6-6" />
  </Drawing>
)

export const ChevronsUpDownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m7 15l5 5l5-5M7 9l5-5l5 5" />
  </Drawing>
)

export const CircleHelpIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="12" cy="12" r="10" />
    <path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3m.08 4h.01" />
  </Drawing>
)

export const ClockIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="12" cy="12" r="10" />
    <path d="M12 6v6l4 2" />
  </Drawing>
)

export const CodeXmlIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m18 16l4-4l-4-4M6 8l-4 4l4 4m8.5-12l-5 16" />
  </Drawing>
)

export const Columns3Icon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="18" height="18" x="3" y="3" rx="2" />
    <path d="M9 3v18m6-18v18" />
  </Drawing>
)

export const CopyIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="14" height="14" x="8" y="8" rx="2" ry="2" />
    <path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2" />
  </Drawing>
)

export const DownloadIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M12 15V3m9 12v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" />
    <path d="m7 10l5 5l5-5" />
  </Drawing>
)

export const EllipsisIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="12" cy="12" r="1" />
    <circle cx="19" cy="12" r="1" />
    <circle cx="5" cy="12" r="1" />
  </Drawing>
)

export const ExternalLinkIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M15 3h6v6m-11 5L21 3m-3 10v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6" />
  </Drawing>
)

export const EyeIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.062 12.348a1 1 0 0 1 0-.696a10.75 10.75 0 0 1 19.876 0a1 1 0 0 1 0 .696a10.75 10.75 0 0 1-19.876 0" />
    <circle cx="12" cy="12" r="3" />
  </Drawing>
)

export const FilterIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M22 3H2l8 9.46V19l4 2v-8.54z" />
  </Drawing>
)

export const GlobeIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="12" cy="12" r="10" />
    <path d="M12 2a14.5 14.5 0 0 0 0 20a14.5 14.5 0 0 0 0-20M2 12h20" />
  </Drawing>
)

export const KeyRoundIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z" />
    <circle cx="16.5" cy="7.5" r=".5" fill="currentColor" />
  </Drawing>
)

export const KeyboardIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 8h.01M12 12h.01M14 8h.01M16 12h.01M18 8h.01M6 8h.01M7 16h10m-9-4h.01" />
    <rect width="20" height="16" x="2" y="4" rx="2" />
  </Drawing>
)

export const LayoutDashboardIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="7" height="9" x="3" y="3" rx="1" />
    <rect width="7" height="5" x="14" y="3" rx="1" />
    <rect width="7" height="9" x="14" y="12" rx="1" />
    <rect width="7" height="5" x="3" y="16" rx="1" />
  </Drawing>
)

export const LayoutGridIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="7" height="7" x="3" y="3" rx="1" />
    <rect width="7" height="7" x="14" y="3" rx="1" />
    <rect width="7" height="7" x="14" y="14" rx="1" />
    <rect width="7" height="7" x="3" y="14" rx="1" />
  </Drawing>
)

export const LibraryIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m16 6l4 14M12 6v14M8 8v12M4 4v16" />
  </Drawing>
)

export const LinkIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71" />
    <path d="M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71" />
  </Drawing>
)

export const LogOutIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m16 17l5-5l-5-5m5 5H9m0 9H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4" />
  </Drawing>
)

export const MailIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m22 7l-8.991 5.727a2 2 0 0 1-2.009 0L2 7" />
    <rect width="20" height="16" x="2" y="4" rx="2" />
  </Drawing>
)

export const MinusIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5 12h14" />
  </Drawing>
)

export const MonitorIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="20" height="14" x="2" y="3" rx="2" />
    <path d="M8 21h8m-4-4v4" />
  </Drawing>
)

export const MoonIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401" />
  </Drawing>
)

export const PauseIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="5" height="18" x="14" y="3" rx="1" />
    <rect width="5" height="18" x="5" y="3" rx="1" />
  </Drawing>
)

export const PencilIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497zM15 5l4 4" />
  </Drawing>
)

export const PlayIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" />
  </Drawing>
)

export const PlugIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M12 22v-5m3-9V2m2 6a1 1 0 0 1 1 1v4a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4V9a1 1 0 0 1 1-1zM9 8V2" />
  </Drawing>
)

export const PlusIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5 12h14m-7-7v14" />
  </Drawing>
)

export const PowerIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M12 2v10m6.4-5.4a9 9 0 1 1-12.77.04" />
  </Drawing>
)

export const RefreshCwIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 12a9 9 0 0 1 9-9a9.75 9.75 0 0 1 6.74 2.74L21 8" />
    <path d="M21 3v5h-5m5 4a9 9 0 0 1-9 9a9.75 9.75 0 0 1-6.74-2.74L3 16" />
    <path d="M8 16H3v5" />
  </Drawing>
)

export const RotateCcwIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 12a9 9 0 1 0 9-9a9.75 9.75 0 0 0-6.74 2.74L3 8" />
    <path d="M3 3v5h5" />
  </Drawing>
)

export const Rows3Icon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="18" height="18" x="3" y="3" rx="2" />
    <path d="M21 9H3m18 6H3" />
  </Drawing>
)

export const SearchIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m21 21l-4.34-4.34" />
    <circle cx="11" cy="11" r="8" />
  </Drawing>
)

export const SettingsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0a2.34 2.34 0 0 0 3.319 1.915a2.34 2.34 0 0 1 2.33 4.033a2.34 2.34 0 0 0 0 3.831a2.34 2.34 0 0 1-2.33 4.033a2.34 2.34 0 0 0-3.319 1.915a2.34 2.34 0 0 1-4.659 0a2.34 2.34 0 0 0-3.32-1.915a2.34 2.34 0 0 1-2.33-4.033a2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6.35 6.051a2.34 2.34 0 0 0 3.319-1.915" />
    <circle cx="12" cy="12" r="3" />
  </Drawing>
)

export const ShieldIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z" />
  </Drawing>
)

export const SquareIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect width="18" height="18" x="3" y="3" rx="2" />
  </Drawing>
)

export const StarIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.12 2.12 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.12 2.12 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.12 2.12 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.12 2.12 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.12 2.12 0 0 0 1.597-1.16z" />
  </Drawing>
)

export const SunIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 2v2m0 16v2M4.93 4.93l1.41 1.41m11.32 11.32l1.41 1.41M2 12h2m16 0h2M6.34 17.66l-1.41 1.41M19.07 4.93l-1.41 1.41" />
  </Drawing>
)

export const Table2Icon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 9h18M9 3v18" />
    <rect width="18" height="18" x="3" y="3" rx="2" />
  </Drawing>
)

export const Trash2Icon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 11v6m4-6v6m5-11v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2" />
  </Drawing>
)

export const TriangleAlertIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4m0 4h.01" />
  </Drawing>
)

export const UserRoundIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="12" cy="8" r="5" />
    <path d="M20 21a8 8 0 0 0-16 0" />
  </Drawing>
)

export const UsersIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M16 3.128a4 4 0 0 1 0 7.744M22 21v-2a4 4 0 0 0-3-3.87" />
    <circle cx="9" cy="7" r="4" />
  </Drawing>
)

export const WifiOffIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69m8.83 2.69a10 10 0 0 0-2.007-1.523M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20" />
  </Drawing>
)

export const WebhookIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M18 16.98h-5.99c-1.1 0-1.95.94-2.48 1.9A4 4 0 0 1 2 17c.01-.7.2-1.4.57-2" />
    <path d="m6 17l3.13-5.78c.53-.97.1-2.18-.5-3.1a4 4 0 1 1 6.89-4.06" />
    <path d="m12 6l3.13 5.73C15.66 12.7 16.9 13 18 13a4 4 0 0 1 0 8" />
  </Drawing>
)

export const XIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M18 6L6 18M6 6l12 12" />
  </Drawing>
)

export const ZapIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M15.914 4a1.5 1.5 0 0 0-2.474-1.561l-9 9A1.5 1.5 0 0 0 5.5 14h4.002a.5.5 0 0 1 .471.666L8.086 20a1.5 1.5 0 0 0 2.475 1.56l9-9A1.5 1.5 0 0 0 18.5 10h-3.997a.5.5 0 0 1-.472-.667z" />
  </Drawing>
)
