/** What features know of the computer around the page. */
export {
  NOTICE_KINDS,
  SOUNDS,
  TEST_STEPS,
  type NativeState,
  type NoticeKind,
  type SoundName,
  type TestStep,
} from '../../bridge/native';
export { UNDO_SECONDS, ZOOMS } from '../../bridge/preferences';
export { ENDLESS, quietChoices } from '../../bridge/quiet';
