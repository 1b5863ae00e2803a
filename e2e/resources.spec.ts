import { expect, test } from '@playwright/test'
import { pushImage, pushIndex } from '@/test/images'
import { examine } from './examine'
import { type Hub, startHub } from './hub'
import { anIntegration, setUp } from './people'
import { Registry, registryLogin, registryProgram } from './services'

/** What lies behind a registry: its repositories, the tags of one, and the digest of a tag. */
const program = registryProgram()
const missing = 'docker-registry is not installed (apt-get install docker-registry, or set DOCKER_REGISTRY_PATH)'
if (!program) process.stdout.write(`Skipped: ${missing}\n`)

let hub: Hub
let registry: Registry

test.skip(!program, missing)

test.beforeAll(async () => {
  registry = new Registry(program ?? '')
  await registry.start()
  hub = await startHub()
})

test.afterAll(async () => {
  await hub?.end()
  await registry?.end()
})

test('repositories and tags are discovered, and a tag is resolved to its digest', async ({ page }) => {
  const to = (repository: string) => ({ url: registry.url, repository, login: registryLogin })
  for (let at = 10; at < 40; at += 1) await pushImage(to(`team/app-${at}`), 'v1', `content ${at}`)
  const amd = await pushImage(to('team/app-10'), null, 'amd64')
  const arm = await pushImage(to('team/app-10'), null, 'arm64')
  const index = await pushIndex(to('team/app-10'), 'multi', [
    { image: amd, platform: { os: 'linux', architecture: 'amd64' } },
    { image: arm, platform: { os: 'linux', architecture: 'arm64' } },
  ])
  await setUp(page, hub)
  await anIntegration(page, hub, {
    ...{ type: 'registry.oci', instance: 'custom', method: 'basic', name: 'Images', slug: 'images' },
    config: { baseUrl: registry.url, username: registryLogin.username },
    secrets: { password: registryLogin.password },
  })

  await page.goto(`${hub.url}/acme/integrations/images/resources`)
  await expect(page.getByText('Nothing discovered yet')).toBeVisible()
  await page.getByRole('button', { name: 'Discover' }).click()
  const status = page.locator('[data-count]')
  await expect(status).toHaveText('30 rows')
  await expect(page.getByRole('table', { name: 'Repositories' }).getByText('team/app-10')).toBeVisible()
  await page.getByLabel('Filter by name').fill('app-3')
  await expect(status).toHaveText('10 of 30 rows')
  await examine(page, 'resources')

  await pushImage(to('team/zebra'), 'v1', 'new')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByLabel('Filter by name').fill('')
  await expect(status).toHaveText('31 rows')

  await page.getByLabel('List', { exact: true }).selectOption({ label: 'Tags' })
  await expect(page.getByRole('button', { name: 'Discover' })).toBeDisabled()
  await page.getByLabel('Repository', { exact: true }).fill('team/app-10')
  await page.getByLabel('Repository', { exact: true }).press('Enter')
  await expect(page.getByRole('table', { name: 'Tags' }).getByText('multi')).toBeVisible()

  await page.getByLabel('Image', { exact: true }).fill('team/app-10:multi')
  await page.getByLabel('Image', { exact: true }).press('Enter')
  await expect(page.locator('[data-digest]')).toHaveText(index.digest)
  await expect(page.getByRole('list', { name: 'Platforms' }).getByText('linux/arm64')).toBeVisible()
  await examine(page, 'resources-resolved')
  await page.getByLabel('Image', { exact: true }).fill('team/app-10:nothing')
  await page.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(page.getByText('The repository team/app-10 has no tag nothing.')).toBeVisible()
})
