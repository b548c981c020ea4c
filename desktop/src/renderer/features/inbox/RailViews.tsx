import {
  IconAlarmSnooze,
  IconArchive,
  IconAt,
  IconCircleCheck,
  IconClockExclamation,
  IconClockHour4,
  IconInbox,
  IconPin,
  IconTag,
  IconUser,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { TicketCounts } from '@tikethet/shared/contracts';
import { useState } from 'react';
import { useCategories } from '../../app/queries/categories';
import { useTicketCounts } from '../../app/queries/tickets';
import { useConnection } from '../../app/connection';
import { useTranslation } from '../../app/texts';
import { NavItem } from '../../ui/NavItem';
import { Count } from './Count';
import classes from './Rail.module.css';
import { SavedViews } from './SavedViews';
import { FIXED_VIEWS, viewName, type FixedView } from './views';

const ICONS = {
  mine: IconUser,
  unassigned: IconUserQuestion,
  active: IconInbox,
  risk: IconClockExclamation,
  mentions: IconAt,
  pinned: IconPin,
  snoozed: IconAlarmSnooze,
  waiting: IconClockHour4,
  resolved: IconCircleCheck,
  closed: IconArchive,
} as const satisfies Record<FixedView, unknown>;

const COUNT_OF: Readonly<Record<FixedView, (counts: TicketCounts) => number | undefined>> = {
  mine: (counts) => counts.mine,
  unassigned: (counts) => counts.unassigned,
  active: (counts) => counts.active,
  risk: (counts) => counts.atRisk,
  mentions: (counts) => counts.mentions,
  pinned: (counts) => counts.pinned,
  snoozed: (counts) => counts.snoozed,
  waiting: (counts) => counts.waiting,
  resolved: (counts) => counts.byStatus.RESOLVED,
  closed: (counts) => counts.byStatus.CLOSED,
};

/** Of these only the recent ones are kept on this computer. */
const FINISHED: ReadonlySet<FixedView> = new Set<FixedView>(['resolved', 'closed']);

/** Tags shown before one asks for all of them. */
const FIRST_TAGS = 6;

/** Everything the inbox can show, with how much there is of each. */
export function RailViews() {
  const { t } = useTranslation();
  const counts = useTicketCounts();
  const offline = useConnection().status === 'offline';
  const { categories: all } = useCategories();
  const categories = all.filter(({ isActive }) => isActive);
  const [allTags, setAllTags] = useState(false);
  const tags = Object.entries(counts.data?.byTag ?? {}).filter(([, count]) => count > 0);
  const shownTags = allTags ? tags : tags.slice(0, FIRST_TAGS);

  return (
    <div className={classes.views}>
      <ul className={classes.list}>
        {FIXED_VIEWS.map((view) => {
          const Icon = ICONS[view];
          return (
            <li key={view}>
              <NavItem
                to={`/inbox/${view}`}
                icon={<Icon size={16} stroke={1.6} aria-hidden="true" />}
                label={t(`views.${view}`)}
                data-testid={`view-${view}`}
              >
                <Count
                  count={counts.data && COUNT_OF[view](counts.data)}
                  most={offline && FINISHED.has(view) ? 0 : undefined}
                  alert={view === 'risk'}
                />
              </NavItem>
            </li>
          );
        })}
      </ul>
      <SavedViews />
      {categories.length > 0 && (
        <>
          <h2 className={classes.heading}>{t('views.categories')}</h2>
          <ul className={classes.list}>
            {categories.map((category) => (
              <li key={category.id}>
                <NavItem
                  to={`/inbox/${viewName({ kind: 'category', categoryId: category.id })}`}
                  icon={
                    <span className={classes.emoji} aria-hidden="true">
                      {category.icon}
                    </span>
                  }
                  label={category.label}
                  title={category.label}
                >
                  <Count count={counts.data?.byCategory[category.id]} />
                </NavItem>
              </li>
            ))}
          </ul>
        </>
      )}
      {tags.length > 0 && (
        <>
          <h2 className={classes.heading}>{t('views.tags')}</h2>
          <ul className={classes.list}>
            {shownTags.map(([tag, count]) => (
              <li key={tag}>
                <NavItem
                  to={`/inbox/${viewName({ kind: 'tag', tag })}`}
                  icon={<IconTag size={16} stroke={1.6} aria-hidden="true" />}
                  label={tag}
                  title={tag}
                  data-testid="view-tag"
                >
                  <Count count={count} />
                </NavItem>
              </li>
            ))}
          </ul>
          {tags.length > FIRST_TAGS && (
            <button
              type="button"
              className={classes.more}
              aria-expanded={allTags}
              onClick={() => setAllTags(!allTags)}
            >
              {t(allTags ? 'views.fewerTags' : 'views.moreTags')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
