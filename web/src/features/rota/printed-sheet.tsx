import { useElementSize, useHotkeys } from '@mantine/hooks';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './printed-sheet.module.css';

/** The width of A4 across, in CSS pixels: 297 mm at 96 to the inch. */
const paperWidth = 1123;

type PrintedSheetProps = {
  html: string;
  frame: RefObject<HTMLIFrameElement | null>;
  onPrint: () => void;
};

/** A page for paper, made as small as the screen is; the browser's own print key prints it alone. */
export function PrintedSheet({ html, frame, onPrint }: PrintedSheetProps) {
  const { t } = useTranslation('rota');
  const { ref, width } = useElementSize();
  const [height, setHeight] = useState(794);
  useHotkeys([['mod+P', onPrint]]);
  const scale = width > 0 ? Math.min(1, width / paperWidth) : 1;
  return (
    <div ref={ref} className={classes.desk} style={{ height: Math.ceil(height * scale) }}>
      <iframe
        ref={frame}
        title={t('pageAsPrinted')}
        className={classes.paper}
        // No scripts; but the page around it may measure it and have it printed.
        sandbox="allow-same-origin allow-modals"
        srcDoc={html}
        style={{ width: paperWidth, height, transform: `scale(${scale})` }}
        onLoad={(event) => {
          const body = event.currentTarget.contentDocument?.body;
          if (body) setHeight(Math.max(794, body.scrollHeight));
        }}
      />
    </div>
  );
}
