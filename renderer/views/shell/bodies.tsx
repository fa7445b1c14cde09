import {
  BookOpen,
  Columns3,
  History,
  Landmark,
  PencilRuler,
  type LucideIcon,
  Scale,
  Target,
  Users,
  Waypoints,
} from "lucide-react";
import { type ComponentType, lazy } from "react";
import type { ScreenId } from "../../state/screens.ts";
import { Compare } from "../compare/Compare.tsx";
import { Evidence } from "../evidence/Evidence.tsx";
import { Explore } from "../explore/Explore.tsx";
import { Tipping } from "../tipping/Tipping.tsx";
import { Judgement } from "../judgement/Judgement.tsx";
import { Trail } from "../trail/Trail.tsx";
import { Verdict } from "../verdict/Verdict.tsx";

// Most people never hold a workshop; the room of it fills the window below the title.
const Workshop = lazy(async () => ({ default: (await import("../workshop/Workshop.tsx")).Workshop }));

// Making a case is rarer than reading one.
const Author = lazy(async () => ({ default: (await import("../author/Author.tsx")).Author }));

/** What each screen of state/screens.ts looks like: its sign in the rail, and what fills the window below the answer. */
export const BODIES: Readonly<Record<ScreenId, { readonly icon: LucideIcon; readonly Body: ComponentType }>> =
  {
    explore: { icon: Waypoints, Body: Explore },
    compare: { icon: Columns3, Body: Compare },
    tipping: { icon: Target, Body: Tipping },
    evidence: { icon: BookOpen, Body: Evidence },
    judgement: { icon: Scale, Body: Judgement },
    workshop: { icon: Users, Body: Workshop },
    author: { icon: PencilRuler, Body: Author },
    verdict: { icon: Landmark, Body: Verdict },
    trail: { icon: History, Body: Trail },
  };
