import type { Run } from '../commands/command'

/** What the admin commands need of the database, lent to them by the composition root and loaded when one runs. */
export type DatabaseSettings = {
  ownerUrl: string
  appUrl?: string | undefined
  systemUrl?: string | undefined
  appConnections?: number
  systemConnections?: number
}

export type Lent = {
  connectDatabase(settings: DatabaseSettings): void
  closeDatabase(): Promise<void>
  migrate(ownerUrl: string): Promise<void>
  pendingMigrations(ownerUrl: string): Promise<number>
  settleKeys(folder: string): { made: readonly string[]; takeBack(): void }
}

export type Doors = () => Promise<Lent>

export type AdminRun<O = object> = Omit<Run<O>, 'session'> & { lent: Lent }
export type AdminWork<O = object> = (run: AdminRun<O>) => Promise<void>
