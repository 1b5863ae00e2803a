import { createTransport } from 'nodemailer'
import { env } from './env'

/** Mails of the hub. Without SMTP_URL there are none, and what they would say is told in another way. */
export type Mail = { to: string; subject: string; text: string }

export const sendsMail = (): boolean => env().SMTP_URL !== undefined

/** @throws {Error} when the mail server does not take it */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  await createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, ...mail })
}
