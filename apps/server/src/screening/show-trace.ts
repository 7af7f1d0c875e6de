import type { TraceNode } from '@huiqi/contract'
import { CLOSED, type LeafTrace, type Openness, type Trace } from '@huiqi/engine'
import { isYesOrNo, showDistance, showFound, showTests } from '@huiqi/wording'
import { type Bench, inBothOrNull } from '../enterprises/in-both-languages.ts'
import { sayOpenness, showNeeded, showUsed } from './say-parts.ts'

const opennessOfLeaf = ({ resolved }: LeafTrace): Openness =>
  resolved.kind === 'open' ? resolved : CLOSED

const showLeaf = (bench: Bench, trace: LeafTrace): TraceNode => {
  const { missing, reviews, gaps } = opennessOfLeaf(trace)
  return {
    ...headOf(trace),
    kind: 'leaf',
    parts: [],
    asks: inBothOrNull(bench, (reader) =>
      isYesOrNo(reader, trace) ? null : showTests(reader, trace),
    ),
    found: inBothOrNull(bench, (reader) => showFound(reader, trace)),
    distance: inBothOrNull(bench, (reader) => showDistance(reader, trace)),
    uses: trace.resolved.uses.flatMap((use) => showUsed(bench, use)),
    missing: missing.flatMap((need) => showNeeded(bench, need)),
    waits: [...sayOpenness(bench, { missing: [], reviews, gaps })],
  }
}

const headOf = ({ path, provision, says, truth }: Trace) => ({ path, provision, says, truth })

/** A condition with how it came out, in both languages. */
export const showTrace = (bench: Bench, trace: Trace): TraceNode =>
  trace.kind === 'leaf'
    ? showLeaf(bench, trace)
    : {
        ...headOf(trace),
        kind: trace.kind,
        parts: trace.parts.map((part) => showTrace(bench, part)),
        asks: null,
        found: null,
        distance: null,
        uses: [],
        missing: [],
        waits: [],
      }
