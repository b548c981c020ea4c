import type { Priority } from '@tikethet/shared/contracts';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { usePriorities } from '../../app/queries/deskSetup';
import { useTranslation } from '../../app/texts';
import { IconButton } from '../../ui/IconButton';
import { PriorityIcon } from '../../ui/PriorityIcon';
import { AdminPage } from '../adminUi/AdminPage';
import { Loaded } from '../adminUi/Loaded';
import rows from '../adminUi/Rows.module.css';
import { spanText } from '../adminUi/span';
import { PriorityDialog } from './PriorityDialog';
import classes from './PrioritiesPage.module.css';

/** How the four priorities are called and coloured, and what they promise. */
export function PrioritiesPage() {
  const { t, i18n } = useTranslation();
  const query = usePriorities();
  const [edited, setEdited] = useState<Priority['priority'] | null>(null);
  const shown = query.data?.find(({ priority }) => priority === edited);
  const promise = (minutes: number | null) =>
    minutes === null ? t('priorities.noPromise') : spanText(minutes, t);

  return (
    <AdminPage
      title={t('admin.pages.priorities')}
      help={t('priorities.help')}
      testId="priorities-page"
    >
      <Loaded query={query}>
        {(priorities) => (
          <ul className={rows.rows}>
            {priorities.toReversed().map((one) => (
              <li key={one.priority} className={rows.row} data-testid="priority-row">
                <span className={rows.main}>
                  <PriorityIcon priority={one.priority} size={16} />
                  <span className={rows.name}>
                    {t(`priority.${one.priority}`)}
                    <span className={rows.second}>
                      {i18n.language === 'en' ? one.name : one.nameEn}
                    </span>
                  </span>
                </span>
                <span className={classes.promise}>
                  <span className={classes.what}>{t('priorities.first')}</span>
                  {promise(one.firstResponseMinutes)}
                </span>
                <span className={classes.promise}>
                  <span className={classes.what}>{t('priorities.resolution')}</span>
                  {promise(one.resolutionMinutes)}
                </span>
                <IconButton
                  label={t('setup.edit', { name: t(`priority.${one.priority}`) })}
                  data-testid={`edit-${one.priority}`}
                  onClick={() => setEdited(one.priority)}
                >
                  <IconPencil size={16} stroke={1.6} />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {shown && <PriorityDialog priority={shown} onClose={() => setEdited(null)} />}
    </AdminPage>
  );
}
