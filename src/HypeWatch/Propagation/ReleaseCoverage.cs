using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// How much of a release was read (specification 0.5). Absence may only be claimed over full coverage, so every doubt counts as less: a text without an
/// appendix may have one that was not found.
/// </summary>
internal static partial class ReleaseCoverage
{
    // A main text shorter than this beside its abstract, without sections of its own, is a landing page.
    private const int MainTextCharacters = 800;

    /// <summary>A short paper that is all there has so many sections, of which each says something; the headings of a landing page say nothing.</summary>
    private const int LeastSections = 3, SectionCharacters = 60;

    /// <summary>The coverage of a release whose own documents are these.</summary>
    public static Coverage Of(DocumentVersion primary, IReadOnlyList<DocumentVersion> own)
    {
        if (primary.Text.Length == 0) return Coverage.Unknown;
        var isWork = primary.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint;
        if (isWork && !own.Any(version => version.Document.Kind is DocumentKind.Paper or DocumentKind.Preprint && (MainText(version) >= MainTextCharacters || Sections(version) >= LeastSections))) return Coverage.AbstractOnly;
        return own.Any(HasAppendix) && own.Any(version => version.References.Count > 0) ? Coverage.Full : Coverage.MainOnly;
    }

    private static int MainText(DocumentVersion version) =>
        version.Passages.Where(passage => passage.Place is not (Place.Title or Place.Abstract or Place.Other)).Sum(passage => passage.Span.Length);

    private static int Sections(DocumentVersion version) =>
        version.Passages.Where(passage => passage.Place is Place.Introduction or Place.Method or Place.Results or Place.Discussion or Place.Limitations or Place.Conclusion or Place.Appendix)
            .GroupBy(passage => passage.Place).Count(section => section.Sum(passage => passage.Span.Length) >= SectionCharacters);

    private static bool HasAppendix(DocumentVersion version) =>
        version.Document.Kind is DocumentKind.Appendix || version.Passages.Any(passage => passage.Place is Place.Appendix) || NoAppendixPattern().IsMatch(version.Text);

    [GeneratedRegex(@"\b(?:paper|article|report|post|work) has no (?:appendix|appendices|supplement)\b|\bthere (?:is|are) no (?:appendix|appendices|supplementary materials?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoAppendixPattern();
}
