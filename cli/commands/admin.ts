import { Command } from 'commander'
import type { AdminWork, Doors } from '../admin/doors'
import { withExamples } from '../help'
import { doesLocally } from './command'

/**
 * `inthub admin …`: runs on the hub's own machine, in this process, as the instance admin. It uses the database of the
 * hub that runs here, else DATABASE_URL, else starts the embedded PostgreSQL for as long as the command takes.
 */
const admin = () => import('../admin')

type Made = (doors: Doors) => Command

function local<O>(
  command: Command,
  doors: Doors,
  pick: (work: Awaited<ReturnType<typeof admin>>) => AdminWork<O>,
): Command {
  return doesLocally<O>(command, async () => {
    const [work, lent] = await Promise.all([admin(), doors()])
    return (run) => work.guarded(() => pick(work)({ ...run, lent }))
  })
}

const env: Made = (doors) => {
  const command = new Command('env').description(
    'Show every variable of the server, its value and where it comes from. Secrets are masked.',
  )
  withExamples(command, 'inthub admin env', 'inthub admin env -o json', 'INTHUB_MODE=demo inthub admin env --wide')
  return local(command, doors, (work) => work.showEnv)
}

const egressList: Made = (doors) => {
  const command = new Command('list')
    .description('List the address ranges opened to a tenant.')
    .argument('<tenant>', 'slug or id')
  withExamples(
    command,
    'inthub admin egress list acme',
    'inthub admin egress list acme -o json',
    'inthub admin egress list acme --columns rule,reason',
  )
  return local(command, doors, (work) => work.listEgress)
}

const egressGrant: Made = (doors) => {
  const command = new Command('grant')
    .description('Open an address range to one tenant. Metadata addresses stay shut.')
    .argument('<tenant>', 'slug or id')
    .argument('<rule>', 'CIDR, CIDR:port or an address, such as 10.1.2.0/24:443')
    .option('--reason <text>', 'why; shown in the list and in the activity')
  withExamples(
    command,
    'inthub admin egress grant acme 10.1.2.0/24:443',
    'inthub admin egress grant acme 127.0.0.1:5000 --reason "registry on this machine"',
    'inthub admin egress grant acme [fd00::/8]:443',
  )
  return local<{ reason?: string }>(command, doors, (work) => work.grant)
}

const egressRevoke: Made = (doors) => {
  const command = new Command('revoke')
    .description('Close an address range again, from the next call on.')
    .argument('<tenant>', 'slug or id')
    .argument('<rule>', 'the range as it was granted, or the id of the grant')
  withExamples(
    command,
    'inthub admin egress revoke acme 10.1.2.0/24:443',
    'inthub admin egress revoke acme egr_0199…',
    'inthub admin egress revoke acme 127.0.0.1:5000',
  )
  return local(command, doors, (work) => work.revoke)
}

const egress: Made = (doors) => {
  const noun = new Command('egress').description('Where the hub may connect to for a tenant.')
  withExamples(
    noun,
    'inthub admin egress list acme',
    'inthub admin egress grant acme 10.1.2.0/24:443',
    'inthub admin egress revoke acme 10.1.2.0/24:443',
  )
  for (const verb of [egressList, egressGrant, egressRevoke]) noun.addCommand(verb(doors))
  return noun
}

const tenantList: Made = (doors) => {
  const command = new Command('list').description('List the tenants of this hub.')
  withExamples(
    command,
    'inthub admin tenant list',
    'inthub admin tenant list -o name',
    'inthub admin tenant list --json slug,name',
  )
  return local(command, doors, (work) => work.tenants)
}

const tenantCreate: Made = (doors) => {
  const command = new Command('create')
    .description('Make a tenant with its default project and the environments dev, staging and prod.')
    .argument('<name>', 'its name, such as "Acme Ltd"')
    .option('--slug <slug>', 'made from the name when absent')
    .option('--owner <email>', 'who becomes its owner')
  withExamples(
    command,
    'inthub admin tenant create Acme --owner ada@example.com',
    'inthub admin tenant create "Acme Ltd" --slug acme',
    'inthub admin tenant create Acme -o json',
  )
  return local<{ slug?: string; owner?: string }>(command, doors, (work) => work.newTenant)
}

const tenant: Made = (doors) => {
  const noun = new Command('tenant').description('The tenants of this hub.')
  withExamples(
    noun,
    'inthub admin tenant list',
    'inthub admin tenant create Acme --owner ada@example.com',
    'inthub admin tenant list -o json',
  )
  for (const verb of [tenantList, tenantCreate]) noun.addCommand(verb(doors))
  return noun
}

const signInLink: Made = (doors) => {
  const command = new Command('sign-in-link')
    .description('Print a sign-in link for somebody who has an account. It works once, for 15 minutes.')
    .argument('<email>', 'e-mail address of the person')
  withExamples(
    command,
    'inthub admin sign-in-link ada@example.com',
    'inthub admin sign-in-link ada@example.com -o json',
    'INTHUB_MODE=demo inthub admin sign-in-link admin@acme.example',
  )
  return local(command, doors, (work) => work.signInLink)
}

const setUpLink: Made = (doors) => {
  const command = new Command('set-up-link').description(
    'Print a new link that sets this hub up; earlier ones stop working.',
  )
  withExamples(
    command,
    'inthub admin set-up-link',
    'inthub admin set-up-link -o json',
    'INTHUB_DATA_DIR=/var/lib/inthub inthub admin set-up-link',
  )
  return local(command, doors, (work) => work.setUpLink)
}

const verifyKey: Made = (doors) => {
  const command = new Command('verify-key').description(
    'Prove that the master key fits the database; ends with 78 when it does not.',
  )
  withExamples(
    command,
    'inthub admin verify-key',
    'inthub admin verify-key -o json',
    'INTHUB_MASTER_KEY_FILE=/run/secrets/master.key inthub admin verify-key',
  )
  return local(command, doors, (work) => work.verifyKey)
}

const migrate: Made = (doors) => {
  const command = new Command('migrate').description(
    'Bring the schema of the database up to date. Doing it again changes nothing.',
  )
  withExamples(
    command,
    'inthub admin migrate',
    'DATABASE_URL=postgres://… inthub admin migrate',
    'inthub admin migrate -o json',
  )
  return local(command, doors, (work) => work.migrateNow)
}

const prune: Made = (doors) => {
  const command = new Command('prune').description(
    'Remove now what has outlived its retention. The hub does this by itself every hour.',
  )
  withExamples(command, 'inthub admin prune', 'RETENTION_CHECKS=7d inthub admin prune', 'inthub admin prune -o json')
  return local(command, doors, (work) => work.prune)
}

export function adminCommand(doors: Doors): Command {
  const noun = new Command('admin').description(
    "Operate the hub on its own machine: needs the hub's database, not a key.",
  )
  withExamples(noun, 'inthub admin env', 'inthub admin set-up-link', 'inthub admin egress grant acme 10.1.2.0/24:443')
  for (const verb of [env, egress, tenant, signInLink, setUpLink, verifyKey, migrate, prune])
    noun.addCommand(verb(doors))
  return noun
}
