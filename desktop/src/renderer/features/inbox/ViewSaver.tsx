import { can } from '@tikethet/shared/permissions';
import { useState } from 'react';
import { useGo } from '../../app/places';
import { useDesk } from '../../app/DeskProvider';
import { useViewActions } from '../../app/queries/views';
import { useTranslation } from '../../app/texts';
import { newKey } from '../../app/write/newKey';
import { isNarrowed } from './filters';
import { SaveView } from './SaveView';
import { useViewTrouble } from './SavedViews';
import type { Inbox } from './useInbox';
import { viewName } from './views';
import classes from './ViewSaver.module.css';

/** Keeps the list that is shown under a name, or a saved view with its changes. */
export function ViewSaver({ inbox }: { inbox: Inbox }) {
  const { t } = useTranslation();
  const { me } = useDesk();
  const go = useGo();
  const actions = useViewActions(useViewTrouble());
  const [asking, setAsking] = useState(false);
  const { saved, chosen, isChanged, filters } = inbox;
  const mayChange = saved !== null && (saved.ownerId === me.id || can(me, 'view.share'));
  const worth = saved === null ? isNarrowed(chosen) || chosen.sort !== '' : isChanged;
  if (!worth || (inbox.view.kind === 'saved') !== (saved !== null)) return null;

  // Every filter of a list is a text; the type allows absent ones, which JSON has not.
  const texts = JSON.parse(JSON.stringify(filters)) as Record<string, string>;
  const create = (name: string, shared: boolean): void => {
    const id = newKey();
    actions.create({ id, name, shared, filters: texts });
    go(`/inbox/${viewName({ kind: 'saved', id })}`);
  };

  return (
    <div className={classes.saver}>
      {mayChange && (
        <button
          type="button"
          className={classes.link}
          data-testid="view-update"
          onClick={() => {
            actions.update(saved.id, { filters: texts });
            go(`/inbox/${viewName(inbox.view)}`, { replace: true });
          }}
        >
          {t('saved.update')}
        </button>
      )}
      <button
        type="button"
        className={classes.link}
        data-testid="save-view"
        onClick={() => setAsking(true)}
      >
        {t(saved === null ? 'saved.save' : 'saved.saveAs')}
      </button>
      {saved !== null && (
        <button
          type="button"
          className={classes.link}
          onClick={() => go(`/inbox/${viewName(inbox.view)}`, { replace: true })}
        >
          {t('saved.reset')}
        </button>
      )}
      {asking && (
        <SaveView
          title={t('saved.title')}
          share={can(me, 'view.share')}
          onClose={() => setAsking(false)}
          onSave={create}
        />
      )}
    </div>
  );
}
