namespace HypeWatch.App.Digests;

/// <summary>
/// The look of the mail and of the small pages: light colours inline, since some clients strip style sheets, and a dark variant by class for those that read
/// one. Hex colours alone, each pair at least WCAG AA.
/// </summary>
internal static class Style
{
    /// <summary>Faces: ours, and the one of quoted words.</summary>
    public const string Sans = "font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;", Serif = "font-family:Georgia,'Times New Roman',serif;";

    /// <summary>Inline styles, by what they are for.</summary>
    public const string
        Page = "margin:0;padding:0;background:#fffdf8;",
        Column = Sans + "line-height:1.5;padding:24px 16px;color:#1f1f1c;",
        Title = "font-size:22px;line-height:1.3;margin:0;color:#1f1f1c;",
        Heading = "font-size:18px;line-height:1.3;margin:32px 0 8px;padding-top:12px;border-top:1px solid #d8d4c8;color:#1f1f1c;",
        Quote = Serif + "font-size:17px;line-height:1.45;margin:20px 0 4px;padding-left:12px;border-left:3px solid #d8d4c8;color:#1f1f1c;overflow-wrap:anywhere;",
        Ink = "font-size:15px;margin:4px 0;color:#1f1f1c;overflow-wrap:anywhere;",
        Dim = "font-size:13px;margin:4px 0;color:#5b5b55;overflow-wrap:anywhere;",
        Credit = "font-size:15px;margin:4px 0;color:#1d5a52;overflow-wrap:anywhere;",
        Mark = "font-size:15px;margin:4px 0;color:#8a4b08;overflow-wrap:anywhere;",
        Anchor = "color:#1f4e79;",
        Label = "font-size:13px;color:#5b5b55;padding-right:8px;",
        Level = "width:16px;text-align:center;font-size:13px;color:#1f1f1c;",
        On = Level + "background:#e9e4d4;",
        Word = "font-size:13px;color:#1f1f1c;padding-left:8px;",
        Number = "font-size:13px;color:#1f1f1c;text-align:right;padding:2px 0 2px 4px;font-variant-numeric:tabular-nums;",
        Picture = "display:block;width:100%;max-width:568px;height:auto;margin:8px 0;";

    /// <summary>The dark variant: class names stand beside the inline styles.</summary>
    public const string Dark = ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){.page{background:#1b1b19 !important}.ink{color:#ecebe4 !important}.dim{color:#b3b1a8 !important}"
        + ".credit{color:#7fc9bd !important}.mark{color:#e0a763 !important}.on{background:#4a4739 !important}a{color:#8fbce6 !important}.rule{border-color:#4a4943 !important}}";
}
