import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import type { ChatView } from '../../pageApi/views';
import type { StoredMessage } from '../../types';
import { act, sendMessage } from '../app/api';
import { useSettings } from '../app/settings';
import { summarise } from '../people/summary';
import { Icon } from '../ui/Icon';
import { useToasts } from '../ui/Toasts';
import { AttachMenu } from './AttachMenu';
import { CommandMenu } from './CommandMenu';
import { FileTray } from './FileTray';
import { MenuButton } from './MenuButton';
import { ReplyKeyboard } from './ReplyKeyboard';
import { useFileDrop } from './useFileDrop';

/** What the next text answers or replaces. */
export type ComposerTarget =
  | { kind: 'edit'; stored: StoredMessage }
  /** `quote`: the part of the message that is meant. */
  | { kind: 'reply'; stored: StoredMessage; quote?: string }
  | null;

interface Props {
  personId: number;
  chat: ChatView | undefined;
  target: ComposerTarget;
  onTarget: (target: ComposerTarget) => void;
  onOpenApp: (url: string) => void;
}

const maxFiles = 10;

/** Where a person writes: text, files, commands, the bot's keyboard. */
export function Composer({ personId, chat, target, onTarget, onOpenApp }: Props) {
  const { t } = useSettings();
  const { show } = useToasts();
  const [text, setText] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [asFiles, setAsFiles] = useState(false);
  const [sending, setSending] = useState(false);
  const [panel, setPanel] = useState<'attach' | 'commands' | null>(null);
  const [keyboardShown, setKeyboardShown] = useState(true);
  const input = useRef<HTMLTextAreaElement>(null);
  const keyboard = chat?.replyKeyboard ?? null;
  const commands = (chat?.commands ?? []).filter(
    ({ command }) => text === '' || `/${command}`.startsWith(text),
  );
  const showCommands = panel === 'commands' || /^\/\w*$/.test(text);

  useEffect(() => {
    if (target?.kind === 'edit')
      setText(target.stored.message.text ?? target.stored.message.caption ?? '');
    if (target !== null) input.current?.focus();
  }, [target]);

  useEffect(() => {
    const box = input.current;
    if (box === null) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
  }, [text]);

  const addFiles = (added: File[], forceFiles = false) => {
    if (added.length === 0) return;
    setFiles((all) => [...all, ...added].slice(0, maxFiles));
    if (forceFiles) setAsFiles(true);
    setPanel(null);
    input.current?.focus();
  };
  const dragging = useFileDrop(addFiles);

  const clear = () => {
    setText('');
    setFiles([]);
    setAsFiles(false);
    setPanel(null);
    onTarget(null);
  };
  const attempt = async (work: Promise<unknown>) => {
    const editing = target?.kind === 'edit';
    setSending(true);
    // What is written while it goes out is the next message.
    if (!editing) clear();
    try {
      await work;
      if (editing) clear();
    } catch (error) {
      show(error instanceof Error ? error.message : t.failed);
      if (editing) return;
      setText((next) => (next === '' ? text : next));
      setFiles((next) => (next.length === 0 ? files : next));
      setAsFiles(asFiles);
      onTarget(target);
    } finally {
      setSending(false);
      input.current?.focus();
    }
  };
  const submit = () => {
    const trimmed = text.trim();
    if (sending || (trimmed === '' && files.length === 0)) return;
    if (target?.kind === 'edit') {
      const messageId = target.stored.message.message_id;
      return void attempt(act(personId, { type: 'edit', messageId, text: trimmed }));
    }
    const replyTo = target?.stored.message.message_id;
    const as = sendKind(files, asFiles);
    const quote = target?.quote;
    void attempt(sendMessage(personId, { text: trimmed, files, as, replyTo, quote }));
  };
  const say = (line: string) =>
    void attempt(sendMessage(personId, { text: line, files: [], as: 'document' }));
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length > 0) event.preventDefault();
    addFiles(pasted);
  };

  return (
    <footer className="composerArea" onDragOver={(event: DragEvent) => event.preventDefault()}>
      {dragging && <div className="dropHint">{t.dropHere}</div>}
      {showCommands && commands.length > 0 && (
        <CommandMenu commands={commands} onChoose={(command) => say(`/${command}`)} />
      )}
      <div className="composerColumn">
        <div className="composerCard">
          {target !== null && (
            <div className="composerTarget">
              <Icon name={target.kind} size={22} />
              <span>
                <b>{target.kind === 'edit' ? t.editing : t.reply}</b>
                <small>
                  {(target.kind === 'reply' && target.quote) || summarise(target.stored.message, t)}
                </small>
              </span>
              <button
                type="button"
                className="round"
                onClick={target.kind === 'edit' ? clear : () => onTarget(null)}
                aria-label={t.cancel}
              >
                <Icon name="close" size={20} />
              </button>
            </div>
          )}
          {files.length > 0 && (
            <FileTray
              files={files}
              asFiles={asFiles}
              onAsFiles={setAsFiles}
              onRemove={(index) => setFiles(files.filter((_file, at) => at !== index))}
            />
          )}
          <div className="composerRow">
            {chat !== undefined && (
              <MenuButton
                button={chat.menuButton}
                hasCommands={chat.commands.length > 0}
                onOpenApp={onOpenApp}
                onCommands={() => setPanel(panel === 'commands' ? null : 'commands')}
              />
            )}
            <textarea
              ref={input}
              rows={1}
              value={text}
              placeholder={
                files.length > 0 ? t.caption : (keyboard?.input_field_placeholder ?? t.message)
              }
              aria-label={t.message}
              data-testid="composer"
              onChange={(event) => setText(event.target.value)}
              onPaste={onPaste}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                  event.preventDefault();
                  submit();
                }
                if (event.key === 'Escape') clear();
              }}
            />
            {keyboard !== null && (
              <button
                type="button"
                className="round"
                aria-label={t.keyboard}
                aria-pressed={keyboardShown}
                onClick={() => setKeyboardShown(!keyboardShown)}
              >
                <Icon name="keyboard" />
              </button>
            )}
            <AttachMenu
              open={panel === 'attach'}
              onOpen={(open) => setPanel(open ? 'attach' : null)}
              onFiles={addFiles}
              onLocation={() =>
                void attempt(
                  act(personId, { type: 'location', latitude: 55.7539, longitude: 37.6208 }),
                )
              }
              onContact={() => void attempt(act(personId, { type: 'contact' }))}
            />
          </div>
        </div>
        <button
          type="button"
          className="sendButton"
          onClick={submit}
          disabled={sending || (text.trim() === '' && files.length === 0)}
          aria-label={target?.kind === 'edit' ? t.edit : t.send}
          data-testid="send"
        >
          <Icon name={target?.kind === 'edit' ? 'check' : 'send'} />
        </button>
      </div>
      {keyboard !== null && keyboardShown && (
        <ReplyKeyboard
          keyboard={keyboard}
          onText={say}
          onContact={() => void attempt(act(personId, { type: 'contact' }))}
          onLocation={() =>
            void attempt(act(personId, { type: 'location', latitude: 55.7539, longitude: 37.6208 }))
          }
          onOpenApp={onOpenApp}
        />
      )}
    </footer>
  );
}

/** Pictures go as photos unless the person wants files; a lone video as video, Ogg as voice. */
function sendKind(files: File[], asFiles: boolean): 'photo' | 'document' | 'video' | 'voice' {
  if (asFiles || files.length === 0) return 'document';
  if (files.length === 1 && files[0]?.type === 'audio/ogg') return 'voice';
  if (files.every(({ type }) => /^image\/(png|jpeg|webp|gif)$/.test(type))) return 'photo';
  return files.length === 1 && files[0]?.type.startsWith('video/') === true ? 'video' : 'document';
}
