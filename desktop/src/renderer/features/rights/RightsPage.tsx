import { useState } from 'react';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/FilterField';
import { ConfirmChange } from './ConfirmChange';
import { MatrixTable } from './MatrixTable';
import { PERMISSION_GROUPS } from './permissionGroups';
import classes from './RightsPage.module.css';
import { useChangePermission } from './useChangePermission';

/** What each role may do on this desk. */
export function RightsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { matrix, wish, asked, decide } = useChangePermission();
  const wanted = search.trim().toLowerCase();
  const groups = PERMISSION_GROUPS.map((group) => ({
    ...group,
    permissions: group.permissions.filter((permission) => {
      const words = `${t(`rights.areas.${group.area}`)} ${t(`rights.may.${permission}`)}`;
      return words.toLowerCase().includes(wanted);
    }),
  })).filter(({ permissions }) => permissions.length > 0);
  return (
    <main className={classes.page} data-testid="rights-page">
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{t('rights.title')}</h1>
          <p className={classes.help}>{t('rights.help')}</p>
        </div>
        <div className={classes.search}>
          <FilterField
            value={search}
            onChange={setSearch}
            label={t('rights.search')}
            clear={t('rights.clear')}
            testId="rights-search"
          />
        </div>
      </header>
      <div className={classes.scroll}>
        {groups.length === 0 ? (
          <EmptyState title={t('rights.nothing')}>{t('rights.nothingHelp')}</EmptyState>
        ) : (
          <MatrixTable groups={groups} matrix={matrix} onWish={wish} />
        )}
      </div>
      {asked !== null && <ConfirmChange asked={asked} onDecide={decide} />}
    </main>
  );
}
