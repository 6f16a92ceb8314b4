/** A link as a QR code, to look at and to save. */
import { useMemo } from 'react';
import dialogStyles from '#ui/dialog.module.css';
import { download, downloadText } from '#ui/download';
import { palettes } from '#ui/theme';
import { qrCode, qrPath, qrPng, qrSvg } from './qr';
import styles from './qr-view.module.css';
import boxStyles from './snippet-box.module.css';
import { text } from './text';

interface QrViewProps {
  readonly link: string;
  readonly title: string;
  /** Name of its files, without an ending. */
  readonly name: string;
}

/** The code, or a sentence when the link is too long for one. */
export function QrView({ link, title, name }: QrViewProps) {
  const code = useMemo(() => qrCode(link), [link]);
  if (!code) return <p className={boxStyles.where}>{text.qr.tooLong(link.length)}</p>;
  const side = code.length;
  const savePng = async () => {
    const png = await qrPng(code);
    if (png) download(`${name}.png`, png);
  };
  return (
    <div className={styles.qr}>
      <p className={boxStyles.where}>{text.qr.where}</p>
      <svg viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" role="img" aria-label={text.qr.label}>
        <path fill={palettes.light.raised} d={`M0 0h${side}v${side}H0z`} />
        <path fill={palettes.light.ink} d={qrPath(code)} />
      </svg>
      <div className={boxStyles.actions}>
        <button
          type="button"
          className={dialogStyles.button}
          onClick={() => downloadText(`${name}.svg`, 'image/svg+xml', qrSvg(code, title))}
        >
          {text.qr.svg}
        </button>
        <button type="button" className={dialogStyles.button} onClick={() => void savePng()}>
          {text.qr.png}
        </button>
      </div>
      <p className={styles.address}>{link}</p>
    </div>
  );
}
