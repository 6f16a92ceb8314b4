/** Messages about values in a link that were unreadable or out of range. */
import type { Notice } from '#state/codec';
import { localLinkText } from '#state/number-text';
import { strings } from '#ui/strings';
import './notices.css';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly onDismiss: () => void;
}

function sentence({ label, said, problem, shown }: Notice): string {
  const { notice } = strings;
  if (problem === 'version') return notice.version(said);
  return notice[problem](label, said, localLinkText(shown));
}

/** A strip at the top of the page; nothing when there is nothing to say. */
export function Notices({ notices, onDismiss }: NoticesProps) {
  if (notices.length === 0) return null;
  return (
    <div className="notices" role="alert" data-notices={notices.map(({ key }) => key).join(' ')}>
      <p>{strings.notice.intro}</p>
      <ul>
        {notices.map((notice) => (
          <li key={notice.key}>{sentence(notice)}</li>
        ))}
      </ul>
      <button type="button" onClick={onDismiss}>
        {strings.notice.dismiss}
      </button>
    </div>
  );
}
