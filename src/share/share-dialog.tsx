/** The dialog behind “Share …”: a figure as a link, a code, a frame, a citation. */
import { useEffect, useId, useState } from 'react';
import type { FigureDefinition } from '#figures/figure';
import { encodeValues } from '#state/codec';
import { Dialog } from '#ui/dialog';
import dialogStyles from '#ui/dialog.module.css';
import { type FigurePort, portValues, type Tool } from '#ui/figure-context';
import { pageLanguage } from '#ui/language';
import { strings } from '#ui/strings';
import { type EmbedOptions, embedAddress, figureLink, plainOptions, type SharedFigure } from './address';
import { partsOf } from './figure-parts';
import { FIRST_FORMS, type FormId, forms, type SnippetId } from './forms';
import { OptionsForm } from './options-form';
import { Preview } from './preview';
import { QrView } from './qr-view';
import { SendButton } from './send-button';
import styles from './share-dialog.module.css';
import { type AskedSize, frameSize, sizePresets } from './sizes';
import { SnippetBox } from './snippet-box';
import { Tabs, tabId } from './tabs';
import { text } from './text';

interface ShareDialogProps {
  readonly figure: FigureDefinition;
  readonly port: FigurePort;
  /** Opens another dialog in the place of this one. */
  readonly onOpen: (tool: Tool) => void;
  readonly onClose: () => void;
}

/** The page without its query and hash. */
function siteAddress(): string {
  const url = new URL(window.location.href);
  url.search = '';
  url.hash = '';
  return url.href;
}

/** Milliseconds within which a finished change has reached the address bar. */
const WRITTEN = 400;

/** The page's address, once what was changed last is in it. */
function usePageAddress(): string {
  const [address, setAddress] = useState(window.location.href);
  useEffect(() => {
    const timer = window.setTimeout(() => setAddress(window.location.href), WRITTEN);
    return () => window.clearTimeout(timer);
  }, []);
  return address;
}

const tabs = forms.map(({ id }) => ({ id, label: text.forms[id] }));

/** The dialog for a figure in the state in which it is when it opens. */
export default function ShareDialog({ figure, port, onOpen, onClose }: ShareDialogProps) {
  const [state] = useState(() => encodeValues(figure.schema, portValues(port)));
  const [parts] = useState(() => partsOf(port));
  const [date] = useState(() => new Date().toISOString().slice(0, 10));
  const page = usePageAddress();
  const [formId, setFormId] = useState<FormId>('link');
  const [chosen, setChosen] = useState<Partial<EmbedOptions>>({});
  const [chosenSize, setChosenSize] = useState<AskedSize>();
  const [needed, setNeeded] = useState<number>();
  const panel = useId();

  const form = forms.find(({ id }) => id === formId);
  const options = { ...plainOptions, ...form?.start?.options, ...chosen };
  const asked = chosenSize ?? form?.start?.size ?? sizePresets.whole;
  const size = frameSize(asked, options.controls, needed);
  const { id, title } = figure;
  const ownHeight = asked.height === 'whole';
  const site = siteAddress();
  const lang = pageLanguage();
  const shared: SharedFigure = { site, figure: id, title, state, options, size, ownHeight, lang };
  const snippets = Object.entries(form?.snippets({ shared, page, date }) ?? {}) as [SnippetId, string][];

  return (
    <Dialog name="share" title={text.title(title)} onClose={onClose}>
      <div className={styles.root}>
        <Tabs
          label={text.tabs}
          tabs={tabs}
          first={FIRST_FORMS}
          more={text.more}
          chosen={formId}
          onChoose={setFormId}
          panel={panel}
        />
        <div
          className={form?.embeds ? `${styles.panel} ${styles.builder}` : styles.panel}
          id={panel}
          role="tabpanel"
          aria-labelledby={tabId(panel, formId)}
        >
          <div className={styles.snippets}>
            {snippets.map(([name, snippet]) => (
              <SnippetBox
                key={name}
                name={name}
                noun={text.snippets[name].noun}
                where={text.snippets[name].where}
                actions={name === 'link' && <SendButton title={title} link={snippet} />}
              >
                {snippet}
              </SnippetBox>
            ))}
            {formId === 'picture' && (
              <>
                <p>{text.picture}</p>
                <button type="button" className={dialogStyles.button} onClick={() => onOpen('export')}>
                  {strings.figure.export}
                </button>
              </>
            )}
            {formId === 'qr' && <QrView link={figureLink(shared)} title={title} name={`${id}-qr`} />}
          </div>
          {form?.embeds && (
            <>
              <OptionsForm
                options={options}
                onChange={(patch) => setChosen({ ...chosen, ...patch })}
                asked={asked}
                size={size}
                onSize={setChosenSize}
                parts={parts}
                plays={port.offers.player !== undefined}
              />
              <Preview
                address={embedAddress(shared)}
                size={size}
                theme={options.theme}
                onNeeded={(height) => {
                  // With fewer controls a figure is as high as its frame.
                  if (options.controls === 'full') setNeeded(height);
                }}
              />
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
