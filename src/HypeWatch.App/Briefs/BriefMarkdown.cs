using System.Globalization;
using System.Text;
using HypeWatch.App.Web.Pages;
using HypeWatch.Digests;

namespace HypeWatch.App.Briefs;

/// <summary>A brief as Markdown. Foreign words cannot become markup.</summary>
internal static class BriefMarkdown
{
    /// <summary>The text, with LF line ends.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="root">Address of the installation, without a slash at its end.</param>
    public static string Of(ReleaseBrief brief, string root)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        void Part(string title) => text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        Line($"# {Plain(brief.Release.Title)}\n");
        Line(Plain(BriefText.What(brief)) + "\n");
        Line(Plain(BriefText.Standing(brief)));
        Part("What it claims");
        foreach (var view in brief.Headlines) Line($"> {Plain(view.Claim.Quote)}\n>\n> {Plain(BriefText.Scales(view.Claim.Strength, view.Warrant))} (<{root}/c/{view.Claim.Id.Value}>)\n");
        if (brief.Headlines.Count == 0) Line("No prominent claim of its own was found.");
        if (brief.AllHeadlines > brief.Headlines.Count) Line($"And {(brief.AllHeadlines - brief.Headlines.Count).ToString(CultureInfo.InvariantCulture)} more.");
        Part("What was tested");
        Line(Plain(BriefText.Tests(brief.Tests)));
        Part("What its authors say against it");
        foreach (var limitation in brief.Limitations) Line($"> {Plain(limitation.Quote)}\n>\n> {Plain(Facts.Words(limitation.Kind))}, in {Plain(limitation.Document.Title)}\n");
        if (brief.Limitations.Count == 0) Line("None found.");
        Part("Questions that stand, and what to ask");
        foreach (var flag in brief.Flags)
        {
            if (flag.View.Claim is { } claim) Line($"> {Plain(claim.Claim.Quote)}\n");
            Line($"{Plain(flag.View.Flag.Asserter)}: {Plain(flag.View.Flag.Rationale)}\n");
            Line($"Speaks for the authors: {Plain(BriefText.ForAuthors(flag.View))}\n");
            Line($"{Plain(Facts.Code(flag.View.Flag))}, {Plain(Facts.Judgement(flag.View.Flag))} (<{root}/f/{flag.View.Flag.Id.Value}>)\n");
            Line($"Ask: {Plain(flag.Clearing)}\n");
        }

        if (brief.Flags.Count == 0) Line("None stands.");
        if (brief.AllFlags > brief.Flags.Count) Line($"And {(brief.AllFlags - brief.Flags.Count).ToString(CultureInfo.InvariantCulture)} more: <{root}/flags?release={brief.Release.Id.Value}>");
        Part("Claims that say no more than their evidence licenses");
        foreach (var view in brief.Calibrated) Line($"> {Plain(view.Claim.Quote)}\n");
        if (brief.Calibrated.Count == 0) Line("None found among the prominent claims whose evidence was judged.");
        Part("Works on its methods that were not found cited");
        foreach (var work in brief.LeftOut) Line($"- {Plain(work.Title)} ({work.Year.ToString(CultureInfo.InvariantCulture)})");
        if (brief.LeftOut.Count == 0) Line("None found.");
        if (brief.Predictions.Count > 0) Part("Predictions about it");
        foreach (var about in brief.Predictions) Line($"- {Plain(BriefText.Predictions(about))}");
        Part("How far to trust this");
        Line(Plain(BriefText.Trust));
        Line($"\n<{root}/r/{brief.Release.Id.Value}>");
        return text.ToString();
    }

    private static string Plain(string words) => DigestMarkdownRenderer.Escape(words.ReplaceLineEndings(" "));
}
