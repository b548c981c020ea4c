import { Button } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useGo } from '../../app/places';
import { useMacros } from '../../app/queries/macros';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { SplitPage } from '../../ui/SplitPage';
import { MacroEditor } from './MacroEditor';
import { MacroRows } from './MacroRows';
import classes from './MacrosPage.module.css';

const NEW = 'new';

/** The team's macros: the list, and the one that is being written. */
export function MacrosPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { macroId } = useParams();
  const { data, error, refetch } = useMacros();
  const macros = data?.filter(({ ownerId }) => ownerId === null);
  const opened = macros?.find(({ id }) => id === macroId);
  return (
    <SplitPage
      title={t('macros.title')}
      testId="macros-page"
      sideClass={classes.side}
      action={
        <Button
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          data-testid="macro-new"
          onClick={() => go(`/admin/macros/${NEW}`)}
        >
          {t('macros.new')}
        </Button>
      }
      list={
        <div className={classes.list}>
          {macros === undefined ? (
            error !== null && (
              <ErrorState title={t('macros.failed')} error={error} retry={() => void refetch()} />
            )
          ) : macros.length === 0 ? (
            <EmptyState icon={<IconTemplate size={22} stroke={1.5} />} title={t('macros.teamNone')}>
              {t('macros.noneHelp')}
            </EmptyState>
          ) : (
            <MacroRows
              macros={macros}
              selectedId={macroId ?? null}
              onOpen={(id) => go(`/admin/macros/${id}`)}
            />
          )}
        </div>
      }
      label={t('macros.edit')}
    >
      {macroId === undefined || macros === undefined ? (
        <EmptyState icon={<IconTemplate size={22} stroke={1.5} />} title={t('macros.choose')}>
          {t('macros.chooseHelp')}
        </EmptyState>
      ) : macroId !== NEW && opened === undefined ? (
        <EmptyState title={t('macros.gone')} />
      ) : (
        <div className={classes.editor}>
          <MacroEditor
            key={macroId}
            macro={opened ?? null}
            team
            onSaved={(id) => go(`/admin/macros/${id}`, { replace: true })}
            onDeleted={() => go('/admin/macros', { replace: true })}
          />
        </div>
      )}
    </SplitPage>
  );
}
