import { Button } from '@mantine/core';
import { TAG_COUNT_CAP, type Tag } from '@tikethet/shared/contracts';
import { IconArrowMerge, IconPencil, IconPlus, IconTag, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTags, useTagUsage } from '../../app/queries/deskSetup';
import { useTranslation } from '../../app/texts';
import { EmptyState } from '../../ui/EmptyState';
import { FilterField } from '../../ui/FilterField';
import { IconButton } from '../../ui/IconButton';
import { AdminPage } from '../adminUi/AdminPage';
import { Loaded } from '../adminUi/Loaded';
import rows from '../adminUi/Rows.module.css';
import { DeleteTag } from './DeleteTag';
import { MergeTag } from './MergeTag';
import { TagDialog } from './TagDialog';
import { TagDot } from './TagDot';
import classes from './TagsPage.module.css';

/** From so many tags on a field narrows the list. */
const MANY = 12;

type Doing = { what: 'edit'; tag: Tag | null } | { what: 'merge' | 'delete'; tag: Tag };

/** The words that the team marks tickets with. */
export function TagsPage() {
  const { t } = useTranslation();
  const query = useTags();
  const tags = query.data;
  const { data: usage } = useTagUsage();
  const [wanted, setWanted] = useState('');
  const [doing, setDoing] = useState<Doing | null>(null);
  const done = () => setDoing(null);
  const words = wanted.trim().toLowerCase();
  const shown = (tags ?? []).filter(({ name }) => name.toLowerCase().includes(words));
  const icon = { size: 16, stroke: 1.6 };

  return (
    <AdminPage
      title={t('admin.pages.tags')}
      help={t('tags.help')}
      testId="tags-page"
      actions={
        <Button
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          data-testid="tag-new"
          onClick={() => setDoing({ what: 'edit', tag: null })}
        >
          {t('tags.new')}
        </Button>
      }
    >
      {tags && tags.length >= MANY && (
        <div className={classes.search}>
          <FilterField
            value={wanted}
            onChange={setWanted}
            label={t('tags.search')}
            clear={t('tags.clearSearch')}
            testId="tag-search"
          />
        </div>
      )}
      <Loaded query={query}>
        {(known) =>
          shown.length === 0 ? (
            <EmptyState
              icon={<IconTag size={22} stroke={1.5} />}
              title={t(known.length === 0 ? 'tags.empty' : 'tags.noneFound')}
            >
              {t(known.length === 0 ? 'tags.emptyHelp' : 'tags.noneFoundHelp')}
            </EmptyState>
          ) : (
            <ul className={rows.rows}>
              {shown.map((tag) => {
                const count = usage?.get(tag.id);
                return (
                  <li key={tag.id} className={rows.row} data-testid="tag-row">
                    <span className={rows.main}>
                      <TagDot color={tag.color} />
                      <span className={rows.name}>{tag.name}</span>
                    </span>
                    {count !== undefined && (
                      <span className={rows.fact}>
                        {count >= TAG_COUNT_CAP
                          ? t('tags.ticketsMany', { count: TAG_COUNT_CAP })
                          : t('tags.tickets', { count })}
                      </span>
                    )}
                    <span className={rows.tools}>
                      <IconButton
                        label={t('setup.edit', { name: tag.name })}
                        data-testid="tag-edit"
                        onClick={() => setDoing({ what: 'edit', tag })}
                      >
                        <IconPencil {...icon} />
                      </IconButton>
                      <IconButton
                        label={t('tags.mergeOf', { name: tag.name })}
                        data-testid="tag-merge"
                        disabled={known.length < 2}
                        onClick={() => setDoing({ what: 'merge', tag })}
                      >
                        <IconArrowMerge {...icon} />
                      </IconButton>
                      <IconButton
                        label={t('setup.deleteOf', { name: tag.name })}
                        data-testid="tag-delete"
                        onClick={() => setDoing({ what: 'delete', tag })}
                      >
                        <IconTrash {...icon} />
                      </IconButton>
                    </span>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      {doing?.what === 'edit' && (
        <TagDialog
          tag={doing.tag}
          onClose={done}
          onMerge={(tag) => setDoing({ what: 'merge', tag })}
        />
      )}
      {doing?.what === 'merge' && (
        <MergeTag
          tag={doing.tag}
          others={(tags ?? []).filter(({ id }) => id !== doing.tag.id)}
          onClose={done}
        />
      )}
      {doing?.what === 'delete' && (
        <DeleteTag tag={doing.tag} count={usage?.get(doing.tag.id) ?? null} onClose={done} />
      )}
    </AdminPage>
  );
}
