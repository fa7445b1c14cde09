import type { Bridge } from "../../app/bridge/contract.ts";
import { browserBridge } from "./browser.ts";
import { keepPage } from "./drops.ts";
import { takeKey } from "./key.ts";

/** The one way out of the page: the desktop's bridge where there is one, else the browser edition's. */
export const host: Bridge = window.entente ?? browserBridge(takeKey(location, sessionStorage, history));

keepPage(window);
