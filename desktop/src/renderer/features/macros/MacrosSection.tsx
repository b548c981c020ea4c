import { Button } from '@mantine/core';
import { IconArrowLeft, IconPlus, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../../app/DeskProvider';
import { useMacros } from '../../app/queries/macros';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { Group } from '../settings/Group';
import { MacroEditor } from './MacroEditor';
import { MacroRows } from './MacroRows';
import classes from './MacrosSection.module.css';

const NEW = 'new';

/** One's own macros, in the settings. */
export function MacrosSection() {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { data } = useMacros();
  const [openedId, setOpenedId] = useState<string | null>(null);
  const own = data?.filter(({ ownerId }) => ownerId === me.id) ?? [];
  const opened = own.find(({ id }) => id === openedId);
  if (openedId !== null && (openedId === NEW || opened)) {
    return (
      <div className={classes.editor}>
        <Button
          variant="subtle"
          color="gray"
          className={classes.back}
          leftSection={<IconArrowLeft size={14} aria-hidden="true" />}
          data-testid="macro-back"
          onClick={() => setOpenedId(null)}
        >
          {t('macros.title')}
        </Button>
        <MacroEditor
          key={openedId}
          macro={opened ?? null}
          team={false}
          onSaved={() => setOpenedId(null)}
          onDeleted={() => setOpenedId(null)}
        />
      </div>
    );
  }
  return (
    <>
      <div className={classes.head}>
        <p className={classes.lead}>{t('macros.lead')}</p>
        <Button
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          data-testid="macro-new"
          onClick={() => setOpenedId(NEW)}
        >
          {t('macros.new')}
        </Button>
      </div>
      <Group>
        {own.length === 0 ? (
          <EmptyState icon={<IconTemplate size={22} stroke={1.5} />} title={t('macros.none')}>
            {t('macros.noneHelp')}
          </EmptyState>
        ) : (
          <div className={classes.list}>
            <MacroRows macros={own} selectedId={null} onOpen={setOpenedId} />
          </div>
        )}
      </Group>
    </>
  );
}
