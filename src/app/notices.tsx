/** What of a link could not be shown as asked. */
import type { Notice } from '#state/codec';
import { localLinkText } from '#state/number-text';
import { strings } from '#ui/strings';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly labelOf: (key: string) => string;
  readonly onDismiss: () => void;
}

function sentence({ key, said, problem, shown }: Notice, labelOf: NoticesProps['labelOf']): string {
  const { notice } = strings;
  if (problem === 'version') return notice.version(said);
  return notice[problem](labelOf(key), said, localLinkText(shown));
}

/** A strip at the top of the page; nothing when there is nothing to say. */
export function Notices({ notices, labelOf, onDismiss }: NoticesProps) {
  if (notices.length === 0) return null;
  return (
    <div className="notices" role="alert" data-notices={notices.map(({ key }) => key).join(' ')}>
      <p>{strings.notice.intro}</p>
      <ul>
        {notices.map((notice) => (
          <li key={notice.key}>{sentence(notice, labelOf)}</li>
        ))}
      </ul>
      <button type="button" onClick={onDismiss}>
        {strings.notice.dismiss}
      </button>
    </div>
  );
}
