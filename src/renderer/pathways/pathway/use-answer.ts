import { useCallback, useEffect, useRef, useState } from 'react';
import type { PathwayAnswer } from '../../../shared/contract/pathway-answer.ts';
import type { PathwayRequest } from '../../../shared/contract/pathway-request.ts';
import type { Fault } from '../../../shared/errors.ts';
import { call } from '../../api/index.ts';
import { asksForSomething } from './request-edits.ts';

/** Rest after the last change before the pathway is worked out. */
const REST_MS = 350;
/** How long work may take before it is spoken of. */
const SPEAK_AFTER_MS = 600;

/** A pathway with the request that it answers. */
export type Answered = {
  readonly id: string;
  readonly answer: PathwayAnswer;
  readonly request: PathwayRequest;
  /** The records that it rests on. @see useAnswer */
  readonly records: string;
};

/** Where the working out stands. */
export type AnswerState = {
  /** The last answer; it may still be that of an earlier request. */
  readonly answered: Answered | null;
  /** Whether the answer is that of the request as it stands. */
  readonly current: boolean;
  /** Work that has gone on for a moment. */
  readonly working: boolean;
  readonly stopped: boolean;
  readonly fault: Fault | null;
  readonly stop: () => void;
  readonly again: () => void;
};

/**
 * Works the pathway out after each change of the request; the newest wins, and the one before it is stopped.
 * @param records all that an answer depends on beside the request, as one text: another one asks anew, and until then the
 * answer that is shown is not current
 */
export function useAnswer(personId: number, request: PathwayRequest, records: string): AnswerState {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [working, setWorking] = useState(false);
  const [stopped, setStopped] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const giveUp = useRef<() => void>(() => undefined);
  // The first question is asked at once: one that was answered before is answered from memory.
  const rests = useRef(false);
  const asks = asksForSomething(request);

  const ask = useCallback(() => {
    giveUp.current = () => undefined;
    setFault(null);
    setStopped(false);
    setWorking(false);
    if (!asks) {
      setAnswered(null);
      return;
    }
    let over = false;
    let running = false;
    let speak: ReturnType<typeof setTimeout> | undefined;
    const rest = setTimeout(
      () => {
        running = true;
        speak = setTimeout(() => setWorking(true), SPEAK_AFTER_MS);
        void call('pathways.solve', { personId, request }).then((answer) => {
          running = false;
          if (over) return;
          over = true;
          clearTimeout(speak);
          setWorking(false);
          if (answer.ok)
            setAnswered({ id: answer.value.answerId, answer: answer.value.answer, request, records });
          else setFault(answer.error);
        });
      },
      rests.current ? REST_MS : 0,
    );
    rests.current = true;
    giveUp.current = (): void => {
      over = true;
      clearTimeout(rest);
      clearTimeout(speak);
      if (running) void call('pathways.cancel', { personId });
    };
  }, [personId, request, records, asks]);

  useEffect(() => {
    ask();
    return () => giveUp.current();
  }, [ask]);

  const stop = useCallback(() => {
    giveUp.current();
    setWorking(false);
    setStopped(true);
  }, []);
  const again = useCallback(() => {
    giveUp.current();
    ask();
  }, [ask]);
  return {
    answered,
    current:
      answered !== null &&
      answered.request === request &&
      answered.records === records &&
      fault === null &&
      !working &&
      !stopped,
    working,
    stopped,
    fault,
    stop,
    again,
  };
}
