import { Drawer, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from './use-phone.ts';

type SheetProps = {
  title: React.ReactNode;
  opened: boolean;
  onClose: () => void;
  /** On a desk at the side, for reading beside the page, instead of in the middle. */
  aside?: boolean;
  children: React.ReactNode;
};

/** A dialog: in the middle or at the side on a desk, from below on a phone. */
export function Sheet({ title, opened, onClose, aside, children }: SheetProps) {
  const { t } = useTranslation('ui');
  const phone = usePhone();
  useFocusBack(opened);
  const shared = { opened, onClose, title, closeButtonProps: { 'aria-label': t('close') } };
  if (!phone && !aside) return <Modal {...shared}>{children}</Modal>;
  return (
    <Drawer
      {...shared}
      position={phone ? 'bottom' : 'right'}
      size={phone ? 'auto' : 'md'}
      styles={
        phone
          ? { content: { borderRadius: '16px 16px 0 0', height: 'auto', maxHeight: '92dvh' } }
          : {}
      }
    >
      {children}
    </Drawer>
  );
}

/**
 * Gives the focus back to where it was. Mantine does so too, but not for a dialog that is open
 * from its first render, as those that live in the address are.
 */
function useFocusBack(opened: boolean) {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    if (!opened || !(before instanceof HTMLElement)) return;
    return () => {
      // After the dialog has gone; what was focused may have been drawn anew meanwhile.
      setTimeout(() => {
        const target = before.isConnected
          ? before
          : document.querySelector<HTMLElement>(`[data-date="${before.dataset.date}"]`);
        if (document.activeElement === document.body) target?.focus();
      }, 50);
    };
  }, [opened, before]);
}
