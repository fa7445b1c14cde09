import { cssString, pageBox } from "../../export/report/paper.ts";

/**
 * Black on white, on A4 as on Letter: what does not fit one page goes on between two rows, under the same heads.
 * @param sheet which it is, at the foot of every page with its marking
 */
export const sheetStyle = (sheet: string, marking: string): string => `
@page{margin:12mm 14mm 15mm;${pageBox("bottom-left", cssString(sheet))}${pageBox("bottom-center", cssString(marking), "font-weight:600;font-size:10pt;color:#000;")}${pageBox("bottom-right", '"page " counter(page) " of " counter(pages)')}}
.paper{padding-right:.6mm;font:400 10pt/1.3 "Inter Variable",system-ui,sans-serif;color:#000;background:#fff}
.paper :is(h1,h2,p,ul){margin:0;padding:0}
.paper h1{font:600 14pt/1.25 "Inter Variable",system-ui,sans-serif;margin:3mm 0 0}
.paper h2{font:600 11.5pt/1.3 "Inter Variable",system-ui,sans-serif;margin:4mm 0 1mm;break-after:avoid}
.paper p{break-after:avoid}
.paper .mark{font-weight:600;text-align:center;font-size:12pt}
.paper .id{display:flex;justify-content:space-between;align-items:baseline;gap:6mm;margin:2mm 0 0}
.paper .who i{display:inline-block;width:60mm;border-bottom:.3mm solid #000}
.paper table{width:100%;border-collapse:collapse}
.paper tr{break-inside:avoid}
.paper thead th{font-weight:600;text-align:center;vertical-align:bottom;padding:0 1mm .5mm;font-size:9pt}
.paper tbody th{font-weight:400;text-align:left;vertical-align:middle;padding:1mm 4mm 1mm 0}
.paper td{padding:1mm 0 1mm 2mm;vertical-align:middle}
.paper .box{display:block;height:7.5mm;border:.3mm solid #000}
.paper small{display:block;font-size:8pt;line-height:1.25;color:#000}
.paper b{display:block;font-weight:600}
.paper :is(.questions,.factors) :is(td,thead th:not(:first-child)){width:24mm}
.paper .factors tbody tr{border-top:.15mm solid #999}
.paper .factors.against :is(td,thead th:not(:first-child)){width:34mm}
.paper .factors :is(td.scale,thead th:nth-child(2):not(:last-child)){width:70mm}
.paper .against thead th:nth-child(2):not(:last-child){width:34mm}
.paper .scale svg{display:block;width:100%;fill:none;stroke:#000;stroke-width:1.4}
.paper .scale text{fill:#000;stroke:none;font:19px "Inter Variable",system-ui,sans-serif;text-anchor:middle}
.paper .letters{display:flex;align-items:center;gap:3mm;margin:1.5mm 0}
.paper .letters .box{width:14mm;margin-right:8mm}
.paper .names{list-style:none;margin:1mm 0 2mm;columns:2;column-gap:8mm}
.paper .names li{break-inside:avoid;margin:0 0 1mm}
.paper .pairs tr{border-top:.15mm solid #999}
.paper .pairs th{font-weight:600;white-space:nowrap;padding:1.4mm 4mm 1.4mm 0}
.paper .pairs td{width:5%;padding:1.4mm 0;text-align:center;font-size:9pt}
`;
