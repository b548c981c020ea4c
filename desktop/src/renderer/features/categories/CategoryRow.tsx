import type { ShownCategory } from '../../app/queries/categories';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { TagDot } from '../tags/TagDot';
import rows from '../adminUi/Rows.module.css';

/** @param onMove absent: it has no place among the others */
export function CategoryRow({
  category,
  first = false,
  last = false,
  onMove,
  onEdit,
}: {
  category: ShownCategory;
  first?: boolean;
  last?: boolean;
  onMove?: (by: -1 | 1) => void;
  onEdit: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { label: name, description, descriptionEn, color } = category;
  const about = (i18n.language === 'en' ? descriptionEn : null) ?? description;
  const icon = { size: 16, stroke: 1.6 };
  return (
    <li className={rows.row} data-testid="category-row">
      <span className={rows.main}>
        <span aria-hidden="true">{category.icon}</span>
        <span className={rows.name}>
          {name}
          {about !== '' && <span className={rows.second}>{about}</span>}
        </span>
      </span>
      <TagDot color={color} />
      <span className={rows.tools}>
        {onMove && (
          <>
            <IconButton
              label={t('categories.up', { name })}
              data-testid="category-up"
              aria-disabled={first}
              onClick={() => !first && onMove(-1)}
            >
              <IconArrowUp {...icon} opacity={first ? 0.3 : 1} />
            </IconButton>
            <IconButton
              label={t('categories.down', { name })}
              data-testid="category-down"
              aria-disabled={last}
              onClick={() => !last && onMove(1)}
            >
              <IconArrowDown {...icon} opacity={last ? 0.3 : 1} />
            </IconButton>
          </>
        )}
        <IconButton label={t('setup.edit', { name })} data-testid="category-edit" onClick={onEdit}>
          <IconPencil {...icon} />
        </IconButton>
      </span>
    </li>
  );
}
