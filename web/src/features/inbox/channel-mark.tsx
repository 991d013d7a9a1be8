import { IconBrandWhatsapp, IconMail, IconMessage } from '@tabler/icons-react';
import type { Channel } from '../../../../contract/inbox/delivery.ts';
import classes from './channel-mark.module.css';

const looks = {
  email: { icon: IconMail, word: 'E-mail' },
  sms: { icon: IconMessage, word: 'SMS' },
  whatsapp: { icon: IconBrandWhatsapp, word: 'WhatsApp' },
} as const;

/** The name of a channel. */
export function channelWord(channel: Channel): string {
  return looks[channel].word;
}

/** By which channel a message goes. */
export function ChannelMark({ channel }: { channel: Channel }) {
  const { icon: Icon, word } = looks[channel];
  return (
    <span className={classes.mark}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {word}
    </span>
  );
}
