import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { Category } from '@tikethet/shared/contracts';
import { LIMITS } from '@tikethet/shared/tickets';
import { keys } from '../../app/keys';
import { useTranslation } from '../../app/texts';
import { useToasts } from '../../ui/useToasts';
import { ColorField } from '../adminUi/ColorField';
import { ConflictNotice } from '../adminUi/ConflictNotice';
import { FormDialog } from '../adminUi/FormDialog';
import { useEditing } from '../adminUi/useEditing';
import { useSave } from '../adminUi/useSave';
import classes from './CategoryDialog.module.css';
import { FALLBACK_SLUG, formOf, orNone, ready, type CategoryForm } from './categoryForm';

/** Characters of a description. */
const DESCRIPTION_LENGTH = 500;
/** Signs that desks often begin with; any other emoji may be typed. */
const SIGNS = ['💬', '🔧', '💳', '📦', '🚚', '🔑', '🐞', '💡', '⚖️', '🚨', '🎮', '📄'];

const LABELS = {
  name: 'setup.nameRu',
  nameEn: 'setup.nameEn',
  description: 'categories.aboutRu',
  descriptionEn: 'categories.aboutEn',
  icon: 'categories.sign',
  color: 'setup.color',
} as const satisfies Record<keyof CategoryForm, string>;

/** A category's names, sign and colour; taking it out of use, or away. @param category null: a new one */
export function CategoryDialog({
  category,
  onClose,
}: {
  category: Category | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const toasts = useToasts();
  const finish = (words: string): void => {
    void client.invalidateQueries({ queryKey: keys.categories });
    toasts.done(words);
    onClose();
  };
  const adding = useSave('POST /categories', () => finish(t('categories.added')));
  const editing = useEditing({
    route: 'PUT /categories/{id}',
    which: category === null ? {} : { id: category.id },
    live: formOf(category),
    done: () => finish(t('setup.saved')),
  });
  const { form, change, conflict } = editing;
  const archiving = useSave('PUT /categories/{id}', ({ isActive }) =>
    finish(t(isActive ? 'categories.restored' : 'categories.nowArchived')),
  );
  const deleting = useSave('DELETE /categories/{id}', () => finish(t('categories.deleted')));
  const doings = [adding, editing, archiving, deleting];
  const trouble = doings.map((one) => one.trouble).find((one) => one !== null) ?? null;
  const expendable = category !== null && category.slug !== FALLBACK_SLUG;

  return (
    <FormDialog
      title={t(category === null ? 'categories.new' : 'categories.edit')}
      testId="category-form"
      saving={doings.some((one) => one.saving)}
      trouble={trouble}
      remedy={
        conflict && (
          <ConflictNotice
            conflict={conflict}
            describe={(field) => ({ label: t(LABELS[field as keyof CategoryForm]) })}
            onMine={editing.keepMine}
            onTheirs={editing.keepTheirs}
          />
        )
      }
      ready={ready(form) && editing.dirty && conflict === null}
      onSave={() => (category === null ? adding.save(form) : editing.save())}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <TextInput
          label={t('setup.nameRu')}
          data-testid="name-ru"
          data-autofocus
          maxLength={LIMITS.categoryName}
          value={form.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('setup.nameEn')}
          placeholder={form.name}
          data-testid="name-en"
          maxLength={LIMITS.categoryName}
          value={form.nameEn ?? ''}
          onChange={(event) => change({ nameEn: orNone(event.currentTarget.value) })}
        />
      </div>
      <Textarea
        label={t('categories.aboutRu')}
        description={t('categories.aboutHelp')}
        autosize
        minRows={2}
        maxLength={DESCRIPTION_LENGTH}
        value={form.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <Textarea
        label={t('categories.aboutEn')}
        autosize
        minRows={2}
        maxLength={DESCRIPTION_LENGTH}
        value={form.descriptionEn ?? ''}
        onChange={(event) => change({ descriptionEn: orNone(event.currentTarget.value) })}
      />
      <div className={classes.signs}>
        <TextInput
          className={classes.sign}
          label={t('categories.sign')}
          data-testid="category-sign"
          maxLength={16}
          value={form.icon}
          onChange={(event) => change({ icon: event.currentTarget.value })}
        />
        <div className={classes.offers} role="group" aria-label={t('categories.signs')}>
          {SIGNS.map((sign) => (
            <button
              key={sign}
              type="button"
              aria-pressed={form.icon === sign}
              onClick={() => change({ icon: sign })}
            >
              {sign}
            </button>
          ))}
        </div>
      </div>
      <ColorField
        label={t('setup.color')}
        value={form.color}
        onChange={(color) => color !== null && change({ color })}
      />
      {expendable && (
        <div className={classes.away}>
          <Button
            variant="default"
            data-testid="category-archive"
            onClick={() => archiving.save({ id: category.id, isActive: !category.isActive })}
          >
            {t(category.isActive ? 'categories.archive' : 'categories.restore')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            data-testid="category-delete"
            onClick={() => deleting.save({ id: category.id })}
          >
            {t('setup.delete')}
          </Button>
          <span className={classes.note}>{t('categories.awayHelp')}</span>
        </div>
      )}
    </FormDialog>
  );
}
