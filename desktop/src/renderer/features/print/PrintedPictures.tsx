import type { Attachment } from '@tikethet/shared/contracts';
import { useBridge } from '../../app/bridge';
import { useTranslation } from '../../app/texts';

/** Pictures small, all other files by their names: paper has no other way. */
export function PrintedPictures({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const pictures = attachments.filter(({ kind, state }) => kind === 'IMAGE' && state === 'READY');
  const others = attachments.filter((one) => !pictures.includes(one));
  return (
    <>
      {pictures.map((one) => (
        <img key={one.id} src={bridge.fileUrl(one.thumbnailUrl ?? one.url)} alt={one.fileName} />
      ))}
      {others.length > 0 && (
        <p className="printHint">
          {t('print.files', { names: others.map(({ fileName }) => fileName).join(', ') })}
        </p>
      )}
    </>
  );
}
