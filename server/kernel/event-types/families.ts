import { z } from 'zod'
import { define, info } from './define'

/**
 * Types that others name: one shape for each family. A name in the catalogue is taken, so that nobody can tell of
 * something that only the hub may tell.
 */
const provider = {
  integrationId: z.string(),
  slug: z.string(),
  inboundDeliveryId: z.string(),
  /** The provider's own id of the delivery, where it gives one. */
  deliveryId: z.string().nullable(),
  topic: z.string(),
  /** Asked for again after the provider could not reach the hub. */
  recovered: z.boolean(),
  replayed: z.boolean(),
}

export const familyEvents = {
  'custom.*': define({
    description: 'Something of your own, published over the API. The name after `custom.` is yours.',
    schemaVersion: 1,
    shape: z.looseObject({}),
    subject: () => 'custom',
    tell: () => info('published'),
  }),
  'provider.*': define({
    description:
      'A webhook of a provider, under the name of its topic, such as `github.pull_request.opened`. The payload is kept with the inbound delivery.',
    schemaVersion: 1,
    shape: z.object(provider),
    subject: (data) => data.integrationId,
    tell: (data) => info(`${data.slug} told of ${data.topic}${data.recovered ? ', recovered' : ''}`),
  }),
} as const
