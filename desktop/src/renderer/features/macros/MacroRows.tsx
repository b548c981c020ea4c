import { IconChevronRight } from '@tabler/icons-react';
import type { Macro } from '@tikethet/shared/contracts';
import { useCategories } from '../../app/queries/categories';
import { useTranslation } from '../../app/texts';
import classes from './MacroRows.module.css';

interface Props {
  macros: readonly Macro[];
  selectedId: string | null;
  onOpen: (id: string) => void;
}

/** Macros by name, with how they begin and where they are offered. */
export function MacroRows({ macros, selectedId, onOpen }: Props) {
  const { t, i18n } = useTranslation();
  const { categories } = useCategories();
  const placesOf = ({ categoryIds }: Macro) =>
    categories.filter(({ id }) => categoryIds.includes(id)).map(({ icon }) => icon);
  const textOf = ({ texts }: Macro) =>
    i18n.language === 'en' ? (texts.en ?? texts.ru) : (texts.ru ?? texts.en);
  return (
    <ul className={classes.rows} aria-label={t('macros.title')}>
      {macros.map((macro) => (
        <li key={macro.id}>
          <button
            type="button"
            className={classes.row}
            aria-current={macro.id === selectedId || undefined}
            data-testid="macro-row"
            onClick={() => onOpen(macro.id)}
          >
            <span className={classes.words}>
              <span className={classes.name}>{macro.name}</span>
              <span className={classes.text}>{textOf(macro) ?? t('macros.noText')}</span>
            </span>
            <span className={classes.places} aria-hidden="true">
              {placesOf(macro)}
            </span>
            <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
