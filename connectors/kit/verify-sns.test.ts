import { sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeCertificate } from '@/test/certificates'
import { type VerifyScheme, verifyDelivery } from './verify'

/** A certificate of our own stands for Amazon's: what is judged is the same. */
const { cert: certificate, key } = makeCertificate({ name: 'sns.amazonaws.com' })

const scheme: VerifyScheme = { scheme: 'sns', certificateHosts: ['sns.*.amazonaws.com'] }
const topic = 'arn:aws:sns:eu-west-1:123456789012:deploys'
const signedFields = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']

function message(change: Record<string, string> = {}, algorithm = 'sha256'): Buffer {
  const fields: Record<string, string> = {
    ...{ Type: 'Notification', MessageId: 'm-1', TopicArn: topic, Message: 'deployed', SignatureVersion: '2' },
    ...{ Timestamp: new Date().toISOString() },
    SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-1.pem',
    ...change,
  }
  const text = signedFields.flatMap((name) => (fields[name] ? [`${name}\n${fields[name]}\n`] : [])).join('')
  return Buffer.from(
    JSON.stringify({ Signature: sign(algorithm, Buffer.from(text), key).toString('base64'), ...fields }),
  )
}

const fetched: string[] = []
const verify = (body: Buffer, secret = topic) =>
  verifyDelivery(
    [scheme],
    { method: 'POST', url: '', query: '', headers: {}, body },
    {
      secrets: [{ version: 1, value: secret }],
      now: new Date(),
      fetch: async (url) => {
        fetched.push(url)
        return Buffer.from(certificate)
      },
    },
  )

describe('sns', () => {
  it('proves a message of the topic, with and without a subject', async () => {
    expect(await verify(message())).toMatchObject({ outcome: 'proven', signedId: 'm-1' })
    expect(await verify(message({ Subject: 'hi' }))).toMatchObject({ outcome: 'proven' })
  })

  it.each([
    ['a message of another topic', () => message({ TopicArn: `${topic}2` }), 'mismatch'],
    ['a message of last week', () => message({ Timestamp: '2020-01-01T00:00:00Z' }), 'stale'],
    ['a signature over SHA-1', () => message({ SignatureVersion: '1' }, 'sha1'), 'wrong_algorithm'],
    ['another text', () => Buffer.from(message().toString().replace('deployed', 'destroyed')), 'mismatch'],
    ['no signature', () => message({ Signature: '' }), 'unsigned'],
    ['no JSON', () => Buffer.from('x'), 'unsigned'],
  ])('refuses %s', async (_what, make, reason) =>
    expect(await verify(make())).toMatchObject({ outcome: 'refused', reason }),
  )

  it.each([
    'https://evil.example/a.pem',
    'https://sns.eu-west-1.amazonaws.com.evil.example/a.pem',
    'https://evil.sns.eu-west-1.amazonaws.com/a.pem',
    'http://sns.eu-west-1.amazonaws.com/a.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/a.pem',
    'https://sns.eu-west-1.amazonaws.com@evil.example/a.pem',
    'https://sns.eu-west-1.amazonaws.com/a.txt',
  ])('never fetches a certificate from %s', async (SigningCertURL) => {
    fetched.length = 0
    expect(await verify(message({ SigningCertURL }))).toMatchObject({ outcome: 'refused', reason: 'mismatch' })
    expect(fetched).toEqual([])
  })
})
