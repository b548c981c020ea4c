import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import classes from './Picker.module.css';

export interface PickerOption {
  value: string;
  label: string;
  icon?: ReactNode;
  hint?: string;
  disabled?: boolean;
}

export interface PickerHandle {
  open(): void;
}

interface Props {
  /** What is picked; read aloud before the value. */
  label: string;
  /** What the closed control shows. */
  children: ReactNode;
  /** The value in words, for those who do not see it. */
  valueText: string;
  options: readonly PickerOption[];
  selected: readonly string[];
  onPick: (value: string) => void;
  /** Stay open: several may be picked. */
  several?: boolean;
  /** A search field with this placeholder, and what to say when nothing fits. */
  search?: {
    placeholder: string;
    empty: string;
    /** The options come from elsewhere and answer these words already. */
    onText?: (text: string) => void;
  };
  /** Of what was typed and is no option: how it is offered. */
  create?: (text: string) => string;
  onClose?: () => void;
  /** Why nothing can be picked. */
  disabledReason?: string | null;
  variant?: 'chip' | 'filter' | 'quiet';
  active?: boolean;
  /** In a narrow container only its picture is left. */
  compact?: boolean;
  testId?: string;
  handle?: Ref<PickerHandle>;
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
}

/** What the closed control is, whoever opens it. */
function triggerProps(props: Props): ComponentProps<'button'> {
  const { label, selected, disabledReason = null, variant = 'chip' } = props;
  const name = `${label}: ${props.valueText}`;
  return {
    type: 'button',
    className: classes.trigger,
    'data-variant': variant,
    'data-active': props.active || undefined,
    'data-compact': props.compact || undefined,
    'data-testid': props.testId,
    'data-value': selected.join(','),
    'aria-label': name,
    'aria-haspopup': 'listbox',
    'aria-disabled': disabledReason !== null,
    title: disabledReason ?? (props.compact ? name : undefined),
    children: props.children,
  } as ComponentProps<'button'>;
}

/**
 * A value that opens into a list: by mouse, arrows, letters. A screen holds many of them: only those
 * that were opened once are whole lists.
 */
export function Picker(props: Props) {
  const [used, setUsed] = useState(false);
  const openFirst = (): void => {
    if ((props.disabledReason ?? null) === null) setUsed(true);
  };
  useImperativeHandle(used ? null : props.handle, () => ({ open: openFirst }));
  if (used) return <OpenedPicker {...props} />;
  const openByArrow = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    openFirst();
  };
  return (
    <button
      {...triggerProps(props)}
      aria-expanded={false}
      onClick={openFirst}
      onKeyDown={openByArrow}
    />
  );
}

/** The whole list; open from the start. */
function OpenedPicker(props: Props) {
  const { label, options, selected, search, disabledReason = null } = props;
  const [text, setText] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      write('');
      if (search) combobox.focusTarget();
      props.onClose?.();
    },
    onDropdownOpen: () => {
      if (search) combobox.focusSearchInput();
      // At once: by its other ways the index comes a moment later, and wipes out an arrow pressed by then.
      combobox.updateSelectedOptionIndex(
        offered.findIndex(({ value }) => selected.includes(value)),
      );
    },
  });
  const trigger = useRef<HTMLButtonElement>(null);
  const [list, setList] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    list?.querySelector('[data-combobox-active]')?.scrollIntoView({ block: 'nearest' });
  }, [list]);
  useImperativeHandle(props.handle, () => ({
    open() {
      // Arrows, Enter and Escape are heard where the focus is.
      trigger.current?.focus({ preventScroll: true });
      combobox.openDropdown('keyboard');
    },
  }));
  const show = useRef(combobox.openDropdown);
  useEffect(() => {
    trigger.current?.focus({ preventScroll: true });
    show.current('keyboard');
  }, []);
  const wanted = text.trim().toLowerCase();
  const fits = ({ label: name, hint }: PickerOption) =>
    wanted === '' || `${name} ${hint ?? ''}`.toLowerCase().includes(wanted);
  const shown = search?.onText ? options : options.filter(fits);
  const write = (next: string): void => {
    setText(next);
    search?.onText?.(next);
  };
  const typed = text.replace(/\s+/g, ' ').trim();
  const isNew =
    typed !== '' && !options.some(({ label: name }) => name.toLowerCase() === typed.toLowerCase());
  const offered =
    props.create && isNew ? [...shown, { value: typed, label: props.create(typed) }] : shown;
  const disabled = disabledReason !== null;

  return (
    <Combobox
      store={combobox}
      width="max-content"
      position="bottom-start"
      middlewares={{ flip: true, shift: true }}
      transitionProps={{ duration: 0 }}
      disabled={disabled}
      onOptionSubmit={(value) => {
        props.onPick(value);
        if (!props.several) combobox.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <button
          {...triggerProps(props)}
          ref={trigger}
          onKeyDown={(event) => {
            // It closes the list and nothing that lies behind it.
            if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault();
            // Letters that come before the field has the focus belong into it.
            if (search && combobox.dropdownOpened && isLetter(event)) {
              event.preventDefault();
              write(text + event.key);
            }
          }}
          aria-expanded={combobox.dropdownOpened}
          onClick={() => {
            if (!disabled) combobox.toggleDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        {search && (
          <Combobox.Search
            value={text}
            onChange={(event) => {
              write(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
            placeholder={search.placeholder}
            aria-label={search.placeholder}
          />
        )}
        <Combobox.Options ref={setList} className={classes.options} aria-label={label}>
          {(combobox.dropdownOpened ? offered : []).map((option) => (
            <Combobox.Option
              key={option.value}
              value={option.value}
              active={selected.includes(option.value)}
              disabled={option.disabled}
              aria-selected={selected.includes(option.value)}
              className={classes.option}
              data-testid={props.testId === undefined ? undefined : `${props.testId}-option`}
              data-value={option.value}
            >
              {option.icon}
              <span className={classes.name}>
                {option.label}
                {option.hint !== undefined && <span className={classes.hint}>{option.hint}</span>}
              </span>
              <IconCheck
                size={14}
                aria-hidden="true"
                className={classes.check}
                data-shown={selected.includes(option.value) || undefined}
              />
            </Combobox.Option>
          ))}
          {offered.length === 0 && search && <Combobox.Empty>{search.empty}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
