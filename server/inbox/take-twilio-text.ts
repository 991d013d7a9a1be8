import { takeTwilioText as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import type { App } from '../platform/app.ts';
import { type Form, fieldOf } from '../platform/callbacks/twilio-signature.ts';
import { keepCallback } from './callback-store.ts';
import { heedWord } from './opt-out-store.ts';
import { type OptOutWord, optOutWord } from './opt-out-words.ts';
import { unsafeFindPeopleByPhone } from './people-by-phone.ts';
import { readTwilioCallback } from './read-twilio-callback.ts';
import { twiml } from './twiml.ts';

/**
 * Keeps a text to our number; a loop files it. STOP and START count at once and are confirmed once:
 * the same text handed in again is answered with nothing.
 */
export const takeTwilioText = publicCall(route, async ({ app, raw }) => {
  const { form, came } = readTwilioCallback(app, raw);
  const isNew = await keepCallback(app, 'twilio-text', fieldOf(form, 'MessageSid'), came);
  const word = wordOf(form);
  if (!isNew || !word) return twiml();
  const changed = await heedWord(app, fieldOf(form, 'From'), word, 'sms', came.at);
  // Twilio answers these words itself where it manages opt-outs, and says so.
  const answersItself = fieldOf(form, 'OptOutType') !== '';
  return twiml(changed && !answersItself ? await replyTo(app, fieldOf(form, 'From'), word) : null);
});

function wordOf(form: Form): OptOutWord | null {
  const told = fieldOf(form, 'OptOutType');
  if (told === 'STOP' || told === 'START' || told === 'HELP') return told;
  return optOutWord(fieldOf(form, 'Body'));
}

async function replyTo(app: App, number: string, word: OptOutWord): Promise<string> {
  if (word === 'STOP')
    return 'Callboard: no more texts come to this number. START brings them back.';
  if (word === 'START') return 'Callboard: texts come to this number again. STOP ends them.';
  // Who texts from a number that nobody has learns no name.
  const people = await unsafeFindPeopleByPhone(app, number);
  const names = [...new Set(people.map((person) => person.organisation))].join(', ');
  return `${names || 'Callboard'}: texts about when and where you are on. STOP ends them.`;
}
