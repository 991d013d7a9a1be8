import { createTransport } from 'nodemailer';
import type { Config } from '../../platform/config.ts';
import { type Finding, finding } from './finding.ts';

const patienceMs = 10_000;

/** Whether mail server, Twilio and WhatsApp can be reached and let us in; nothing is sent. */
export function checkProviders(config: Config): Promise<Finding[]> {
  return Promise.all([checkMail(config), checkTwilio(config), checkWhatsApp(config)]);
}

async function checkMail({ smtpUrl }: Config): Promise<Finding> {
  if (!smtpUrl) return finding('e-mail', 'kept in the built-in mailbox (no SMTP_URL)');
  const { host } = new URL(smtpUrl);
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
  });
  try {
    await transport.verify();
    return finding('e-mail', `${host} lets us in`);
  } catch (error) {
    return finding('e-mail', '', { fail: `${host}: ${(error as Error).message}` });
  } finally {
    transport.close();
  }
}

async function checkTwilio({ twilio }: Config): Promise<Finding> {
  if (!twilio) return finding('SMS', 'simulated on this machine (no TWILIO_ACCOUNT_SID)');
  const { accountSid, authToken, apiUrl } = twilio;
  const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  const address = `${apiUrl}/2010-04-01/Accounts/${accountSid}.json`;
  return ask('SMS', 'Twilio', address, `Basic ${basic}`);
}

async function checkWhatsApp({ whatsApp }: Config): Promise<Finding> {
  if (!whatsApp) return finding('WhatsApp', 'simulated on this machine (no WHATSAPP_ACCESS_TOKEN)');
  const { phoneNumberId, accessToken, apiUrl } = whatsApp;
  return ask('WhatsApp', 'WhatsApp', `${apiUrl}/${phoneNumberId}`, `Bearer ${accessToken}`);
}

async function ask(
  what: string,
  provider: string,
  address: string,
  authorization: string,
): Promise<Finding> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const { status } = await fetch(address, {
      headers: { authorization },
      signal,
      redirect: 'manual',
    });
    return finding(what, `${provider} lets us in`, {
      fail: status >= 400 && `${provider} answers ${status}: look at the credentials`,
    });
  } catch (error) {
    return finding(what, '', { fail: `${provider} can't be reached: ${(error as Error).message}` });
  }
}
