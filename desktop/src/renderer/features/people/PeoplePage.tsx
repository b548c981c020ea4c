import { Button, SegmentedControl } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { can } from '@tikethet/shared/permissions';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useDesk } from '../../app/DeskProvider';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/FilterField';
import { SplitPage } from '../../ui/SplitPage';
import { InvitationList } from './InvitationList';
import { InviteDialog } from './InviteDialog';
import { PeopleList } from './PeopleList';
import classes from './PeoplePage.module.css';
import { PersonPanel } from './PersonPanel';
import { SEGMENTS, type Segment } from './usePeople';

/** Everybody the desk knows: the list, and the person who is open. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { me } = useDesk();
  const { personId } = useParams();
  const [segment, setSegment] = useState<Segment>('team');
  const [search, setSearch] = useState('');
  const [inviting, setInviting] = useState(false);
  const mayInvite = can(me, 'people.setRole');
  const segments = SEGMENTS.filter((one) => one !== 'invited' || mayInvite);
  return (
    <>
      <SplitPage
        title={t('people.title')}
        testId="people-page"
        sideClass={classes.side}
        action={
          mayInvite && (
            <Button
              leftSection={<IconUserPlus size={14} aria-hidden="true" />}
              data-testid="people-invite"
              onClick={() => setInviting(true)}
            >
              {t('people.invite')}
            </Button>
          )
        }
        list={
          <>
            <div className={classes.tools}>
              <SegmentedControl
                fullWidth
                size="xs"
                classNames={{ label: classes.segment ?? '' }}
                aria-label={t('people.title')}
                value={segment}
                onChange={setSegment}
                data={segments.map((value) => ({ value, label: t(`people.segments.${value}`) }))}
                data-testid="people-segments"
              />
              {segment !== 'invited' && (
                <FilterField
                  value={search}
                  onChange={setSearch}
                  label={t('people.search')}
                  clear={t('people.clear')}
                  testId="people-search"
                />
              )}
            </div>
            {segment === 'invited' ? (
              <InvitationList />
            ) : (
              <PeopleList segment={segment} search={search} selectedId={personId ?? null} />
            )}
          </>
        }
        label={t('people.person')}
      >
        {personId === undefined ? (
          <EmptyState icon={<IconUsers size={22} stroke={1.5} />} title={t('people.choose')}>
            {t('people.chooseHelp')}
          </EmptyState>
        ) : (
          <PersonPanel key={personId} id={personId} />
        )}
      </SplitPage>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
