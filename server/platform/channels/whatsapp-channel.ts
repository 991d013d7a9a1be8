import type { Clock } from '../clock.ts';
import {
  type Channel,
  NotSent,
  networkProblem,
  type Outgoing,
  retryAfterSeconds,
  type Sent,
} from './channel.ts';
import type { WhatsAppSettings } from './settings.ts';
import { whatsAppProblem, windowClosed } from './whatsapp-problem.ts';

/** Below the lease of a message: who still waits here has it for itself. */
const timeoutMs = 10_000;

type Options = { clock: Clock; simulated: boolean };
type Taken = { messages?: { id?: unknown }[] };

/**
 * WhatsApp by Meta's Cloud API. What has a template of its own goes by it always; the rest is free text
 * within 24 hours of what the recipient wrote, else the usual template. It can't be asked what it has; its
 * callbacks name our message, so an attempt of unknown outcome waits two minutes for them.
 */
export function whatsAppChannel(settings: WhatsAppSettings, options: Options): Channel {
  async function post(message: Outgoing, content: object): Promise<Sent> {
    const response = await call(settings, {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: message.to.replace('+', ''),
      biz_opaque_callback_data: `${message.organisationId}:${message.id}`,
      ...content,
    });
    const body = (await response.json().catch(() => null)) as Taken | null;
    if (!response.ok) {
      const wait = retryAfterSeconds(response.headers.get('retry-after'), options.clock.now());
      throw whatsAppProblem(response.status, body, wait);
    }
    const id = body?.messages?.[0]?.id;
    if (typeof id === 'string') return { providerId: id, detail: 'WhatsApp took it' };
    throw new NotSent('unknown', 'no_id', 'WhatsApp’s answer could not be read.');
  }

  const asTemplate = (message: Outgoing) => post(message, templateOf(settings, message));
  return {
    name: 'whatsapp',
    simulated: options.simulated,
    settleSeconds: 120,
    async send(message) {
      if (!message.answers || message.write().whatsApp) return asTemplate(message);
      try {
        const text = { preview_url: false, body: message.write().short };
        return await post(message, { type: 'text', text });
      } catch (error) {
        // Surely not sent: the window closed meanwhile.
        if (error instanceof NotSent && error.code === windowClosed) return asTemplate(message);
        throw error;
      }
    },
    close: async () => {},
  };
}

async function call(settings: WhatsAppSettings, body: object): Promise<Response> {
  try {
    return await fetch(`${settings.apiUrl}/${settings.phoneNumberId}/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${settings.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw networkProblem(error, 'WhatsApp');
  }
}

// Parameters of a template may have no line breaks, tabs or runs of spaces (error 132018).
function templateOf(settings: WhatsAppSettings, message: Outgoing): object {
  const { short, whatsApp } = message.write();
  const parameters = (whatsApp?.parameters ?? [message.toName, short]).map((text) => ({
    type: 'text',
    text: text.replace(/\s+/g, ' ').slice(0, 1_000),
  }));
  const name = whatsApp?.template ?? settings.template;
  const code = settings.templateLanguage;
  const components = [{ type: 'body', parameters }];
  return { type: 'template', template: { name, language: { code }, components } };
}
