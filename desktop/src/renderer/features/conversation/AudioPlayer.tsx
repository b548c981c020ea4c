import { UnstyledButton } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { Attachment } from '@tikethet/shared/contracts';
import { useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from '../../app/texts';
import classes from './AudioPlayer.module.css';
import { FileCard } from './FileCard';
import { playAlone } from './playAlone';
import { useFileUrl } from './useFileUrl';

const SPEEDS = [1, 1.5, 2] as const;
/** Seconds that an arrow key moves. */
const STEP = 5;

/** Minutes and seconds; nothing known yet is nothing. */
function clock(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.floor(seconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** For the style sheet: how much of the bar is behind. */
function played(now: number, total: number): CSSProperties {
  const share = Number.isFinite(total) && total > 0 ? (100 * now) / total : 0;
  return { '--played': `${share}%` } as CSSProperties;
}

/** Sound where it stands: play, a bar to move in, the time, the speed. One plays at a time. */
export function AudioPlayer({ file }: { file: Attachment }) {
  const { t } = useTranslation();
  const { src, broken, expired } = useFileUrl(file, 'url');
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [now, setNow] = useState(0);
  const [total, setTotal] = useState(0);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  if (broken) return <FileCard file={file} />;

  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (element.paused) void element.play().catch(expired);
    else element.pause();
  };
  const faster = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };
  return (
    <div className={classes.player} data-testid="audio-player" data-playing={playing || undefined}>
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onError={expired}
        onPlay={() => {
          setPlaying(true);
          if (audio.current) {
            audio.current.playbackRate = speed;
            playAlone(audio.current);
          }
        }}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setNow(event.currentTarget.currentTime)}
        onDurationChange={(event) => setTotal(event.currentTarget.duration)}
      />
      <UnstyledButton
        className={classes.play}
        aria-label={playing ? t('player.pause') : t('player.play', { name: file.fileName })}
        onClick={toggle}
      >
        {playing ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
      </UnstyledButton>
      <input
        type="range"
        className={classes.bar}
        min={0}
        max={Number.isFinite(total) && total > 0 ? total : 1}
        step={STEP / 50}
        value={now}
        style={played(now, total)}
        aria-label={t('player.seek')}
        aria-valuetext={t('player.time', { now: clock(now), total: clock(total) })}
        onKeyDown={(event) => {
          const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
          if (step === undefined || !audio.current) return;
          event.preventDefault();
          audio.current.currentTime = Math.max(0, audio.current.currentTime + step);
        }}
        onChange={(event) => {
          if (audio.current) audio.current.currentTime = Number(event.currentTarget.value);
        }}
      />
      <span className={classes.time}>{clock(playing || now > 0 ? now : total)}</span>
      <UnstyledButton
        className={classes.speed}
        aria-label={t('player.speed', { speed })}
        onClick={faster}
      >
        {speed}×
      </UnstyledButton>
    </div>
  );
}
