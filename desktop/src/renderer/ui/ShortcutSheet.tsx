import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys, MOD } from './Keys';
import classes from './ShortcutSheet.module.css';

const GROUPS = [
  {
    name: 'move',
    rows: [
      { name: 'next', keys: ['J'] },
      { name: 'previous', keys: ['K'] },
      { name: 'open', keys: ['Enter'] },
      { name: 'search', keys: ['/'] },
      { name: 'back', keys: ['Esc'] },
      { name: 'sheet', keys: ['?'] },
    ],
  },
  {
    name: 'work',
    rows: [
      { name: 'take', keys: ['A'] },
      { name: 'resolve', keys: ['E'] },
    ],
  },
  {
    name: 'write',
    rows: [
      { name: 'reply', keys: ['R'] },
      { name: 'note', keys: ['N'] },
      { name: 'send', keys: [MOD, 'Enter'] },
    ],
  },
] as const;

export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="md"
    >
      <div className={classes.groups}>
        {GROUPS.map((group) => (
          <section key={group.name}>
            <h3 className={classes.heading}>{t(`shortcuts.${group.name}`)}</h3>
            <dl className={classes.list}>
              {group.rows.map((row) => (
                <div key={row.name} className={classes.row}>
                  <dt>{t(`shortcuts.${row.name}`)}</dt>
                  <dd>
                    <Keys keys={row.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
