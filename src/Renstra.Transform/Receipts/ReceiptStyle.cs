namespace Renstra.Transform.Receipts;

/// <summary>
/// How a receipt looks. Colour never says anything that words and borders do not say too: offices print in black and white, and
/// browsers leave backgrounds out when they print.
/// </summary>
internal static class ReceiptStyle
{
    public const string Css = """
        :root { --ink: #1c2430; --soft: #5a6573; --line: #c9d0d9; --tint: #f4f6f9; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #e9edf2; color: var(--ink); font: 15px/1.5 "Segoe UI", Carlito, Calibri, Arial, "Liberation Sans", sans-serif; }
        main { max-width: 210mm; margin: 24px auto; padding: 14mm 15mm; background: #fff; border: 1px solid var(--line); border-radius: 4px; }
        header { border-bottom: 2px solid var(--ink); padding-bottom: 8px; margin-bottom: 16px; }
        header p { margin: 0; color: var(--soft); font-size: 13px; }
        h1 { margin: 0; font-size: 21px; line-height: 1.3; }
        h2 { margin: 26px 0 8px; font-size: 17px; break-after: avoid; }
        h3 { margin: 18px 0 8px; font-size: 15px; break-after: avoid; }
        p { margin: 0 0 8px; }
        .verdict { margin: 0 0 16px; padding: 12px 16px; border: 2px solid var(--tone); border-left-width: 12px; border-radius: 4px; background: var(--wash); }
        .verdict strong { display: block; font-size: 24px; line-height: 1.25; letter-spacing: .04em; color: var(--tone); }
        .verdict p { margin: 4px 0 0; }
        .accepted { --tone: #14663a; --wash: #edf7f1; }
        .partly { --tone: #8a5300; --wash: #fdf5e6; }
        .returned { --tone: #a01c1c; --wash: #fcefef; }
        h3 .soft { margin-left: 6px; font-weight: 400; }
        .tag { display: inline-block; margin-left: 6px; padding: 0 8px; border: 1.5px solid var(--tone); border-radius: 10px; color: var(--tone); font-size: 12.5px; font-weight: 600; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px 18px; margin: 0; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .number { font-weight: 700; font-size: 17px; letter-spacing: .03em; }
        ol, ul { margin: 0; padding-left: 22px; }
        li { margin-bottom: 4px; }
        table { width: 100%; border-collapse: collapse; font-size: 14px; }
        th, td { padding: 5px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
        th { background: var(--tint); font-weight: 600; font-size: 13px; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        tbody { break-inside: avoid; }
        .findings tbody, .compared tbody { break-inside: auto; }
        .findings th { white-space: nowrap; }
        .findings td:nth-child(1) { width: 5ch; text-align: right; color: var(--soft); }
        .findings td:nth-child(2) { width: 21%; font-weight: 600; }
        .findings td:nth-child(3) { width: 19%; }
        .findings td:nth-child(5) { width: 6ch; color: var(--soft); font-size: 12.5px; overflow-wrap: normal; }
        .errors td:nth-child(1) { border-left: 4px solid #a01c1c; }
        .warnings td:nth-child(1) { border-left: 4px solid #b97a10; }
        .indicator { width: 27%; }
        .code { font-weight: 700; white-space: nowrap; }
        .share { display: block; margin-top: 2px; color: var(--soft); white-space: nowrap; }
        .amount { width: 17%; text-align: right; }
        td.amount { font-size: 13px; overflow-wrap: normal; }
        .amount strong { font-size: 15.5px; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .part { padding-left: 26px; }
        .part ~ .amount strong { font-size: 13.5px; font-weight: 600; }
        .written { width: 13%; }
        .cell { width: 6ch; }
        .period, .soft { color: var(--soft); font-size: 13px; }
        .missing { color: var(--soft); font-style: italic; }
        .raw { font-family: Consolas, "Liberation Mono", monospace; font-size: 13px; white-space: pre-wrap; }
        .compared th { overflow-wrap: normal; }
        .compared .amount { width: 12%; }
        .compared td:nth-child(2) { width: 35%; }
        .compared td:nth-child(5) { width: 14%; }
        .compared td:nth-child(6) { width: 21%; }
        footer { break-inside: avoid; margin-top: 28px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--soft); font-size: 12.5px; }
        footer p { margin: 0; }
        @media screen and (max-width: 700px) { main { margin: 0; padding: 18px 14px; border: 0; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 6px; } table { font-size: 13px; } th, td { padding: 4px 5px; } .findings th { white-space: normal; } .findings tr > :nth-child(5), .written { display: none; } .findings td:nth-child(2), .findings td:nth-child(3) { overflow-wrap: break-word; } }
        @page { size: A4; margin: 15mm 15mm 18mm; }
        @media print { body { background: #fff; font-size: 10.5pt; } main { max-width: none; margin: 0; padding: 0 1px; border: 0; } table { font-size: 9.5pt; } th, td { padding: 3px 6px; } h2 { margin-top: 16px; } .verdict { break-inside: avoid; } }
        """;
}
