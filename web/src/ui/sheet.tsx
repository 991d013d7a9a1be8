import { Drawer, Modal } from '@mantine/core';
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
  const phone = usePhone();
  const shared = { opened, onClose, title, closeButtonProps: { 'aria-label': 'Close' } };
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
