import { useTranslation } from 'react-i18next';
import { useCategory } from '../../api/queries';
import type { Upload } from '../../files/useUploads';
import { useFormat } from '../../i18n/format';
import type { NewTicketDraft } from '../../state/drafts';
import { CategoryIcon, categoryName } from '../../ui/CategoryIcon';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

/** The ticket as the desk will see it. */
export function PreviewStep({ draft, files }: { draft: NewTicketDraft; files: readonly Upload[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const category = useCategory(draft.categoryId ?? undefined);
  return (
    <>
      <div className="card preview">
        <div className="row centered">
          <CategoryIcon category={category} />
          <span className="row-body">
            <span className="row-title wrap">{draft.title.trim()}</span>
            <span className="row-preview">{category && categoryName(category)}</span>
          </span>
        </div>
        <div className="preview-text">
          <RichText text={draft.description.trim()} format="plain" />
        </div>
        {files.length > 0 && (
          <ul className="tiles">
            {files.map((upload) => (
              <li className="tile" key={upload.key}>
                {upload.preview !== null ? (
                  <img className="tile-picture" src={upload.preview} alt={upload.name} />
                ) : (
                  <span className="tile-file">
                    <Icon name="file" />
                    <span className="tile-name">{upload.name}</span>
                    <span className="tile-size">{format.size(upload.size)}</span>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="form-note">{t('newTicket.promise')}</p>
    </>
  );
}
