import { SHORTCUT_GROUPS, SHORTCUT_IDS, shortcut } from '../app/shortcuts/registry';
import { useShortcutHub } from '../app/shortcuts/ShortcutsProvider';
import { useTranslation } from '../app/texts';
import { ChordKeys } from './ChordKeys';
import { Dialog } from './Dialog';
import { MOD } from './Keys';
import classes from './ShortcutSheet.module.css';

/** Every key of the console, as this person has them. */
export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { bindings } = useShortcutHub();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shortcuts.title')} size={1080}>
      <div className={classes.groups} tabIndex={-1} data-autofocus data-testid="shortcut-sheet">
        {SHORTCUT_GROUPS.map((group) => (
          <section key={group} className={classes.group}>
            <h3 className={classes.heading}>{t(`shortcuts.groups.${group}`)}</h3>
            <dl className={classes.list}>
              {SHORTCUT_IDS.filter(
                (id) => shortcut(id).group === group && bindings.keysOf(id).length > 0,
              ).map((id) => (
                <div key={id} className={classes.row}>
                  <dt>{t(`shortcuts.names.${id}`)}</dt>
                  <dd>
                    <ChordKeys chord={bindings.keysOf(id)[0] ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes.hint}>{t('shortcuts.hint', { mod: MOD })}</p>
    </Dialog>
  );
}
