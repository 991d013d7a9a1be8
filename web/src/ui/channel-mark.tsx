import { IconBrandWhatsapp, IconMail, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../contract/inbox/delivery.ts';
import classes from './channel-mark.module.css';

const icons = { email: IconMail, sms: IconMessage, whatsapp: IconBrandWhatsapp } as const;

/** By which channel a message goes. */
export function ChannelMark({ channel }: { channel: Channel }) {
  const { t } = useTranslation('inbox');
  const Icon = icons[channel];
  return (
    <span className={classes.mark}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {t(`channel.${channel}`)}
    </span>
  );
}
